using ProgrammeBot.Channels.Discord.Values;
using static ProgrammeBot.Channels.Discord.Commands.CommandParts;

namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary><c>/faq</c>, for moderators. Shown at first to those who may delete messages; who may use it is settled by the moderators' role on arrival.</summary>
internal static class FaqCommand
{
    private static readonly CommandOption Entry =
        Option(OptionType.Text, new("entry", "The entry: type words of its question", "eintrag", "Der Eintrag: Worte seiner Frage tippen"), required: true) with { Autocomplete = true };

    public static ApplicationCommand Of()
    {
        var text = new CommandText("faq", "Look after the FAQ", "faq", "Die FAQ pflegen");
        return new ApplicationCommand
        {
            Name = text.Name,
            NameLocalizations = text.Names,
            Description = text.Description,
            DescriptionLocalizations = text.Descriptions,
            DefaultMemberPermissions = Permissions.ManageMessages,
            Contexts = [CommandContext.Guild],
            IntegrationTypes = [0],
            Options =
            [
                Sub(new("add", "Write a new entry", "neu", "Einen neuen Eintrag schreiben")),
                Sub(new("edit", "Change an entry", "ändern", "Einen Eintrag ändern"), Entry),
                Sub(new("show", "Show an entry with all ways to ask it", "zeigen", "Einen Eintrag mit allen Fragen zeigen"), Entry),
                Sub(new("history", "Show who changed an entry, when, and what", "verlauf", "Zeigen, wer einen Eintrag wann wie geändert hat"), Entry),
                Sub(new("undo", "Take an entry's latest change back", "zurück", "Die letzte Änderung eines Eintrags zurücknehmen"), Entry),
                Sub(new("retire", "Let an entry answer no more; it is kept and can come back", "stilllegen", "Einen Eintrag nicht mehr antworten lassen; er bleibt und kann zurückkommen"), Entry),
                Sub(new("gaps", "See what was not answered here, and make entries of it", "lücken", "Sehen, was hier nicht beantwortet wurde, und Einträge daraus machen")),
                Sub(new("pages", "Get a link to the moderators' pages: gaps, tickets, figures and more", "seiten", "Einen Link zu den Seiten der Moderation bekommen: Lücken, Fragen, Zahlen und mehr")),
                Sub(
                    new("import", "Add entries from a file: YAML, CSV, TSV or JSONL", "einlesen", "Einträge aus einer Datei aufnehmen: YAML, CSV, TSV oder JSONL"),
                    Option(OptionType.Attachment, new("file", "The file", "datei", "Die Datei"), required: true)),
                Sub(
                    new("export", "Get all entries as a file", "ausgeben", "Alle Einträge als Datei bekommen"),
                    Choosing(new("format", "The format", "format", "Das Format"), required: false, new CommandChoice("YAML", "yaml"), new CommandChoice("CSV", "csv"))),
            ],
        };
    }
}
