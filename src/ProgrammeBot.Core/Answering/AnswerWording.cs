using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Answering;

/// <summary>The bot's own words within a reply, in one language. Facts never stand here: they are quoted, in the language of their document.</summary>
/// <remarks>A language lacks nothing, or it does not compile. <c>{0}</c>, <c>{1}</c> stand for what <see cref="SharedWording.Filled"/> puts in.</remarks>
public sealed partial record AnswerWording
{
    /// <summary>BCP 47: <c>en</c>, <c>de</c>.</summary>
    public required string Language { get; init; }

    // Small talk
    [StringLength(400)] public required string Greeting { get; init; }
    [StringLength(200)] public required string Thanks { get; init; }
    [StringLength(200)] public required string Farewell { get; init; }
    [StringLength(400)] public required string Abuse { get; init; }
    [StringLength(500)] public required string AboutTheBot { get; init; }
    [StringLength(400)] public required string InjectedOrder { get; init; }
    [StringLength(400)] public required string Outside { get; init; }
    [StringLength(500)] public required string Empty { get; init; }
    [StringLength(300)] public required string TooLong { get; init; }

    // What the documents do not say
    [StringLength(100)] public required string NotHeld { get; init; }
    [StringLength(100)] public required string NotMentioned { get; init; }
    [StringLength(100)] public required string LookedIn { get; init; }
    [StringLength(200)] public required string NearestListed { get; init; }
    [StringLength(200)] public required string NoCodes { get; init; }
    [StringLength(60)] public required string PleaseAsk { get; init; }

    // Which programme
    [StringLength(200)] public required string WhichProgramme { get; init; }
    [StringLength(20)] public required string Or { get; init; }
    [StringLength(20)] public required string And { get; init; }
    [StringLength(100)] public required string ProgrammeSilent { get; init; }

    // Before and behind a quote
    [StringLength(20)] public required string Yes { get; init; }
    [StringLength(20)] public required string No { get; init; }
    [StringLength(100)] public required string SourcesDiffer { get; init; }
    [StringLength(100)] public required string OfOfficial { get; init; }
    [StringLength(100)] public required string OfDigest { get; init; }
    [StringLength(100)] public required string OfSecondary { get; init; }
    [StringLength(100)] public required string OfOpinion { get; init; }
    [StringLength(200)] public required string NoVerdict { get; init; }
    [StringLength(60)] public required string ToBeSure { get; init; }
    [StringLength(60)] public required string AppliesTo { get; init; }
    [StringLength(100)] public required string InGeneral { get; init; }
    [StringLength(200)] public required string OtherYear { get; init; }

    // Lists and rows
    [StringLength(40)] public required string OneRow { get; init; }
    [StringLength(40)] public required string Rows { get; init; }
    [StringLength(40)] public required string GroupedBy { get; init; }
    [StringLength(40)] public required string NoValue { get; init; }
    [StringLength(60)] public required string AlsoPartly { get; init; }
    [StringLength(40)] public required string TheFirst { get; init; }
    [StringLength(100)] public required string RestInPassage { get; init; }
    [StringLength(100)] public required string AskForPart { get; init; }
    [StringLength(60)] public required string ListedInPassage { get; init; }
    [StringLength(60)] public required string AllNamed { get; init; }
    [StringLength(80)] public required string SomeNamed { get; init; }
    [StringLength(80)] public required string StatedNamed { get; init; }

    /// <summary>Our own words; an operator's file may have others.</summary>
    public static Wordings<AnswerWording> BuiltIn { get; } = new([InEnglish(), InGerman()], w => w.Language);

    public static AnswerWording English => BuiltIn.All[0];

    /// <summary>What small talk is met with.</summary>
    internal string For(SmallTalkKind kind) => kind switch
    {
        SmallTalkKind.Greeting => Greeting,
        SmallTalkKind.Thanks => Thanks,
        SmallTalkKind.Farewell => Farewell,
        SmallTalkKind.Abuse => Abuse,
        SmallTalkKind.AboutTheBot => AboutTheBot,
        SmallTalkKind.InjectedOrder => InjectedOrder,
        _ => Outside,
    };

    /// <summary>'1 row', '12 rows'.</summary>
    internal string RowsOf(int count) => count == 1 ? OneRow : SharedWording.Filled(Rows, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Which of these programmes is meant?</summary>
    internal string Which(IEnumerable<string> names) => SharedWording.Filled(WhichProgramme, string.Join($" {Or} ", names));
}
