using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ProgrammeBot.Channels.Wording;

/// <summary>What moderators are told without asking, in one language; see <see cref="SharedWording"/>, of which it is a part. Plain words: whoever shows them escapes them.</summary>
public sealed partial record NoticeWording
{
    private const int Title = 200;
    private const int Line = 200;

    // Around them
    [StringLength(1)] public required string Thousands { get; init; }
    [StringLength(60)] public required string OneQuestion { get; init; }
    [StringLength(60)] public required string ManyQuestions { get; init; }
    [StringLength(60)] public required string Once { get; init; }
    [StringLength(60)] public required string Twice { get; init; }
    [StringLength(60)] public required string Times { get; init; }

    // The week
    [StringLength(Title)] public required string Week { get; init; }
    [StringLength(Line)] public required string WeekNobody { get; init; }
    [StringLength(Line)] public required string WeekAnswered { get; init; }
    [StringLength(Line)] public required string WeekWaiting { get; init; }
    [StringLength(Line)] public required string WeekGap { get; init; }
    [StringLength(Line)] public required string WeekVotedDown { get; init; }
    [StringLength(Line)] public required string WeekEnds { get; init; }
    [StringLength(Line)] public required string WeekOneInReview { get; init; }
    [StringLength(Line)] public required string WeekInReview { get; init; }
    [StringLength(Line)] public required string WeekChanged { get; init; }
    [StringLength(Line)] public required string WeekChangedMore { get; init; }
    [StringLength(60)] public required string SomeModerator { get; init; }

    // Review
    [StringLength(Title)] public required string ReviewNew { get; init; }
    [StringLength(Title)] public required string ReviewChange { get; init; }

    // Entries that end
    [StringLength(Title)] public required string OneEnds { get; init; }
    [StringLength(Title)] public required string ManyEnd { get; init; }
    [StringLength(Title)] public required string OneEnded { get; init; }
    [StringLength(Title)] public required string ManyEnded { get; init; }
    [StringLength(60)] public required string LastDayWas { get; init; }
    [StringLength(60)] public required string Today { get; init; }
    [StringLength(60)] public required string Tomorrow { get; init; }
    [StringLength(60)] public required string InDays { get; init; }

    // Sources that changed
    [StringLength(60)] public required string Sources { get; init; }
    [StringLength(Title)] public required string SourcesChangedOne { get; init; }
    [StringLength(Title)] public required string SourcesChangedMany { get; init; }
    [StringLength(60)] public required string OneUnserved { get; init; }
    [StringLength(60)] public required string ManyUnserved { get; init; }
    [StringLength(Line)] public required string WordsMoved { get; init; }
    [StringLength(Line)] public required string WordsGone { get; init; }

    /// <summary>Our own words in the language that the pages and the log are written in.</summary>
    public static NoticeWording English => SharedWording.For("en").Notices;

    /// <summary>A number as that language writes it.</summary>
    public string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", Thousands, StringComparison.Ordinal);

    /// <summary>Who changed something, as everybody may read it: whom only a platform's id names stays one of the moderators.</summary>
    /// <param name="by">A name, or a person of a platform as stores name them: <c>discord:users:1</c>, <c>teams:tenant:people:1</c>.</param>
    public string By(string by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Split(':') is [_, .., "users" or "people", _] ? SomeModerator : by;
    }

    public string Questions(int count) => count == 1 ? OneQuestion : SharedWording.Filled(ManyQuestions, Number(count));

    public string TimesOf(int count) => count switch
    {
        1 => Once,
        2 => Twice,
        _ => SharedWording.Filled(Times, Number(count)),
    };
}
