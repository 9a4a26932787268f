using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Scopes;
using static ProgrammeBot.Channels.Discord.Commands.CommandParts;

namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary><c>/setup</c>: what holds in a server, a category, a channel or a thread; the narrower wins, what is not set is inherited.</summary>
internal static class SetupCommand
{
    private static readonly IReadOnlyList<ChannelType> Places =
        [ChannelType.Text, ChannelType.Announcement, ChannelType.Category, ChannelType.Forum, ChannelType.PublicThread, ChannelType.AnnouncementThread, ChannelType.PrivateThread];

    private static readonly CommandOption Where =
        Option(OptionType.Channel, new("where", "Only for this channel, category or thread; without it for the whole server", "wo", "Nur für diesen Kanal, diese Kategorie oder diesen Thread; ohne Angabe für den ganzen Server"))
            with
        { ChannelTypes = Places };

    private static readonly CommandChoice[] OnOff = [Choice(CommandNames.On, "on", "an"), Choice(CommandNames.Off, "off", "aus")];

    public static ApplicationCommand Of(IReadOnlyList<Scope> programmes, IReadOnlyList<Scope> intakes)
    {
        var text = new CommandText("setup", "Set up where and how I answer", "einrichten", "Einrichten, wo und wie ich antworte");
        return new ApplicationCommand
        {
            Name = text.Name,
            NameLocalizations = text.Names,
            Description = text.Description,
            DescriptionLocalizations = text.Descriptions,
            DefaultMemberPermissions = Permissions.ManageGuild,
            Contexts = [CommandContext.Guild],
            IntegrationTypes = [0],
            Options =
            [
                Sub(new("show", "Show what is set, and what I may not do here", "zeigen", "Zeigen, was eingestellt ist und was ich hier nicht darf"), Where),
                Sub(
                    new("programme", "The programme that questions here are about", "studiengang", "Der Studiengang, um den es hier geht"),
                    OneOf(new("programme", "The programme; 'none' takes it back", "studiengang", "Der Studiengang; 'keiner' nimmt ihn zurück"), programmes, required: true, withNone: true),
                    Where),
                Sub(
                    new("intake", "The intake or cohort that questions here are about", "jahrgang", "Der Jahrgang, um den es hier geht"),
                    OneOf(new("intake", "The intake; 'none' takes it back", "jahrgang", "Der Jahrgang; 'keiner' nimmt ihn zurück"), intakes, required: true, withNone: true),
                    Where),
                Sub(
                    new("ask-channel", "A channel where I answer questions without being called", "fragekanal", "Ein Kanal, in dem ich ungerufen auf Fragen antworte"),
                    Option(OptionType.Channel, new("channel", "The channel", "kanal", "Der Kanal"), required: true) with { ChannelTypes = [ChannelType.Text, ChannelType.Announcement] },
                    Choosing(new("state", "On or off", "zustand", "An oder aus"), required: true, OnOff)),
                Sub(
                    new("forum", "A forum whose new posts I answer once, when I am sure", "forum", "Ein Forum, dessen neue Beiträge ich einmal beantworte, wenn ich sicher bin"),
                    Option(OptionType.Channel, new("channel", "The forum", "kanal", "Das Forum"), required: true) with { ChannelTypes = [ChannelType.Forum] },
                    Choosing(new("state", "On or off", "zustand", "An oder aus"), required: true, OnOff)),
                Sub(
                    new("moderators", "Who moderates, and where questions for them go", "moderation", "Wer moderiert, und wohin Fragen an die Moderation gehen"),
                    Option(OptionType.Role, new("role", "The moderators' role", "rolle", "Die Rolle der Moderation"), required: true),
                    Option(OptionType.Channel, new("channel", "The channel for questions to moderators, not open to everybody", "kanal", "Der Kanal für Fragen an die Moderation, nicht für alle offen"), required: true)
                        with
                    { ChannelTypes = [ChannelType.Text] }),
                Sub(
                    new("review", "Whether a second person approves a change of the FAQ before it is live", "pruefung", "Ob eine zweite Person eine Änderung der FAQ billigt, bevor sie gilt"),
                    Choosing(new("state", "On or off", "zustand", "An oder aus"), required: true, OnOff)),
                Sub(
                    new("answers", "Whether answers to /ask are seen by everybody or by the asker alone", "antworten", "Ob Antworten auf /frage alle sehen oder nur, wer gefragt hat"),
                    Choosing(new("state", "Public or private", "zustand", "Öffentlich oder privat"), required: true, Choice(CommandNames.Public, "public", "öffentlich"), Choice(CommandNames.Private, "private", "privat")),
                    Where),
                Sub(
                    new("answering", "Whether I answer here at all", "antworten-hier", "Ob ich hier überhaupt antworte"),
                    Choosing(new("state", "On or off", "zustand", "An oder aus"), required: true, OnOff),
                    Where),
                Sub(
                    new("staff", "Whether I leave alone what moderators write unless they call me", "mitarbeitende", "Ob ich ungerufen nicht beantworte, was die Moderation schreibt"),
                    Choosing(new("state", "On: left alone", "zustand", "An: nicht beantwortet"), required: true, OnOff),
                    Where),
                Sub(
                    new("wake-words", "Words that call me without a mention; needs the Message Content intent", "rufworte", "Worte, die mich ohne Erwähnung rufen; braucht den Message Content Intent"),
                    Choosing(new("state", "On or off", "zustand", "An oder aus"), required: true, OnOff),
                    Option(OptionType.Text, new("words", "The words, with commas between", "worte", "Die Worte, mit Kommas dazwischen")) with { MaxLength = 200 },
                    Where),
                Sub(
                    new("language", "The language of my own words; quotes stay as they are", "sprache", "Die Sprache meiner eigenen Worte; Zitate bleiben, wie sie sind"),
                    Choosing(
                        new("language", "The language", "sprache", "Die Sprache"),
                        required: true,
                        new CommandChoice("English", "en"),
                        new CommandChoice("Deutsch", "de"),
                        Choice(CommandNames.None, "everybody's own", "die jeweils eigene")),
                    Where),
            ],
        };
    }
}
