using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Scopes;
using static ProgrammeBot.Channels.Discord.Commands.CommandParts;

namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary>All commands there are, as they are registered by one overwrite.</summary>
public static class CommandSet
{
    /// <summary>The longest question that a command takes; longer ones are for messages.</summary>
    public const int MaxQuestion = 1000;

    /// <param name="programmes">The programmes and intakes to choose from.</param>
    /// <param name="forGuild">For one (test) guild: without what only global commands may say.</param>
    public static IReadOnlyList<ApplicationCommand> All(ScopeCatalog programmes, bool forGuild = false)
    {
        ArgumentNullException.ThrowIfNull(programmes);
        var named = programmes.Scopes.Where(s => s.Kind == ScopeKind.Programme).ToList();
        var intakes = programmes.Scopes.Where(s => s.Kind == ScopeKind.Intake).ToList();
        ApplicationCommand[] all =
        [
            Slash(
                new("ask", "Ask a question about the programmes", "frage", "Eine Frage zu den Studiengängen stellen"),
                Option(OptionType.Text, new("question", "Your question, in your own words", "frage", "Deine Frage, in deinen Worten"), required: true) with { Autocomplete = true, MaxLength = MaxQuestion },
                OneOf(new("programme", "The programme it is about", "studiengang", "Der Studiengang, um den es geht"), named, required: false, withNone: false)),
            Slash(
                new("programme", "Choose the programme I answer you for, or see which it is", "studiengang", "Den Studiengang wählen, für den ich dir antworte, oder sehen, welcher es ist"),
                OneOf(new("programme", "The programme; 'none' makes me forget it", "studiengang", "Der Studiengang; bei 'keiner' vergesse ich ihn"), named, required: false, withNone: true)),
            Slash(
                new("suggest", "Suggest an answer to the moderators; nobody else sees it", "vorschlagen", "Der Moderation eine Antwort vorschlagen; sonst sieht es niemand"),
                Option(OptionType.Text, new("entry", "An entry that should say something else: type words of its question", "eintrag", "Ein Eintrag, der etwas anderes sagen soll: Worte seiner Frage tippen")) with { Autocomplete = true })
                with
            { Contexts = [CommandContext.Guild] },
            Slash(new("my-data", "What I hold on you, also as a file", "meine-daten", "Was ich über dich habe, auch als Datei")),
            Slash(new("forget-me", "Remove at once what points at you", "vergiss-mich", "Sofort entfernen, was auf dich zeigt")),
            Slash(new("privacy", "What I keep, for how long, and why", "datenschutz", "Was ich behalte, wie lange und warum")),
            SetupCommand.Of(named, intakes),
            FaqCommand.Of(),
            Menu(new(CommandNames.AnswerThis, "", "Beantworte das", ""), null, CommandContext.Guild, CommandContext.BotDirectMessage),
            Menu(new(CommandNames.MakeFaq, "", "Daraus FAQ machen", ""), Permissions.ManageMessages, CommandContext.Guild),
            Menu(new(CommandNames.WrongAnswer, "", "Falsche Antwort", ""), Permissions.ManageMessages, CommandContext.Guild),
        ];
        return forGuild ? [.. all.Select(c => c with { Contexts = null, IntegrationTypes = null })] : all;
    }

    private static ApplicationCommand Slash(CommandText text, params IReadOnlyList<CommandOption> options) => new()
    {
        Name = text.Name,
        NameLocalizations = text.Names,
        Description = text.Description,
        DescriptionLocalizations = text.Descriptions,
        Options = options.Count == 0 ? null : options,
        Contexts = [CommandContext.Guild, CommandContext.BotDirectMessage],
        IntegrationTypes = [0],
    };

    private static ApplicationCommand Menu(CommandText text, Permissions? shownTo, params CommandContext[] contexts) => new()
    {
        Type = CommandType.Message,
        Name = text.Name,
        NameLocalizations = text.Names,
        DefaultMemberPermissions = shownTo,
        Contexts = contexts,
        IntegrationTypes = [0],
    };
}
