using ProgrammeBot.Answering;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Web;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;

namespace ProgrammeBot.App.Wording;

/// <summary>All that the bot says in its own words: ours, with what <c>wording.yaml</c> says instead.</summary>
internal sealed record WordingBooks(Wordings<AnswerWording> Answers, Wordings<DiscordWording> Discord, Wordings<TeamsWording> Teams, Wordings<WebWording> Web)
{
    public const string AnswersPart = "answers";
    public const string SharedPart = "shared";
    public const string DesksPart = "desks";
    public const string NoticesPart = "notices";
    public const string DiscordPart = "discord";
    public const string DiscordModeratorsPart = "discord-moderators";
    public const string TeamsPart = "teams";
    public const string WebPart = "web";
    public const string PrivacyPart = "privacy";
    public const string SourcesPart = "sources";

    private static readonly string[] Parts = [AnswersPart, SharedPart, DesksPart, NoticesPart, DiscordPart, DiscordModeratorsPart, TeamsPart, WebPart, PrivacyPart, SourcesPart];

    /// <exception cref="CommandException">The file is wrong; names every fault with line and column.</exception>
    public static WordingBooks Read(BotPaths paths)
    {
        var outcome = WordingFile.Read(paths.Wording);
        var (books, problems) = Of(outcome.Edits, Path.GetFileName(paths.Wording));
        IngestionProblem[] all = [.. outcome.Problems, .. problems];
        return all.Length == 0 ? books : throw new CommandException(string.Join('\n', all.AsEnumerable()));
    }

    /// <param name="edits">What is to be said instead of ours; a language that we do not speak begins with our first.</param>
    /// <param name="file">The file, for what is wrong.</param>
    public static (WordingBooks Books, IReadOnlyList<IngestionProblem> Problems) Of(IReadOnlyList<WordingEdit> edits, string file)
    {
        var faults = new List<WordingFault>();
        faults.AddRange(edits.Where(e => !Parts.Contains(e.Part)).GroupBy(e => (e.Language, e.Part)).Select(g => new WordingFault(g.First(), $"there is no part '{g.Key.Part}'", $"There are {string.Join(", ", Parts)}")));
        var languages = DiscordWording.All.Select(w => w.Language).Union(edits.Select(e => e.Language)).ToList();
        var shared = languages.ToDictionary(l => l, l => Edited(DiscordWording.For(l).Shared, l, SharedPart) with
        {
            Language = l,
            Desk = Edited(DiscordWording.For(l).Shared.Desk, l, DesksPart),
            Notices = Edited(DiscordWording.For(l).Shared.Notices, l, NoticesPart),
        });
        var answers = languages.Select(l => Edited(AnswerWording.BuiltIn.For(l), l, AnswersPart) with { Language = l });
        var discord = languages.Select(l => Edited(DiscordWording.For(l), l, DiscordPart) with
        {
            Language = l,
            Shared = shared[l],
            ForModerators = Edited(DiscordWording.For(l).ForModerators, l, DiscordModeratorsPart),
        });
        var teams = languages.Select(l => Edited(TeamsWording.For(l), l, TeamsPart) with { Language = l, Shared = shared[l] });
        var web = languages.Select(l => Edited(WebWording.BuiltIn.For(l), l, WebPart) with
        {
            Language = l,
            PrivacyPage = Edited(WebWording.BuiltIn.For(l).PrivacyPage, l, PrivacyPart),
            SourcePages = Edited(WebWording.BuiltIn.For(l).SourcePages, l, SourcesPart),
        });
        var books = new WordingBooks(
            new Wordings<AnswerWording>([.. answers], w => w.Language), new Wordings<DiscordWording>([.. discord], w => w.Language), new Wordings<TeamsWording>([.. teams], w => w.Language),
            new Wordings<WebWording>([.. web], w => w.Language));
        return (books, [.. faults.OrderBy(f => f.Edit.Line).Select(f => new IngestionProblem(file, f.Reason, f.Remedy, f.Edit.Line, f.Edit.Column))]);

        T Edited<T>(T wording, string language, string part)
            where T : class => WordingTexts.With(wording, edits.Where(e => e.Language == language && e.Part == part), faults);
    }

    /// <summary>All texts of a language as they are said now, part by part.</summary>
    public IReadOnlyList<(string Part, IReadOnlyList<(string Key, string Text)> Texts)> Of(string language)
    {
        var discord = Discord.For(language);
        return
        [
            (AnswersPart, WordingTexts.Of(Answers.For(language))), (SharedPart, WordingTexts.Of(discord.Shared)), (DesksPart, WordingTexts.Of(discord.Shared.Desk)),
            (NoticesPart, WordingTexts.Of(discord.Shared.Notices)), (DiscordPart, WordingTexts.Of(discord)), (DiscordModeratorsPart, WordingTexts.Of(discord.ForModerators)),
            (TeamsPart, WordingTexts.Of(Teams.For(language))), (WebPart, WordingTexts.Of(Web.For(language))),
            (PrivacyPart, WordingTexts.Of(Web.For(language).PrivacyPage)), (SourcesPart, WordingTexts.Of(Web.For(language).SourcePages)),
        ];
    }
}
