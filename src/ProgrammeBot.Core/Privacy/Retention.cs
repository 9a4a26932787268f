using System.Globalization;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Privacy;

/// <summary>How long each kind of record is kept. A shorter time holds for what is there already, from the next round of <see cref="RetentionRound"/> on.</summary>
public sealed record Retention
{
    public static readonly TimeSpan Least = TimeSpan.FromDays(1);
    public static readonly TimeSpan Most = TimeSpan.FromDays(3650);

    public static readonly Retention Default = new();

    /// <summary>What points at persons and messages: how long a reply may be corrected, and its asker be told of it.</summary>
    public TimeSpan References { get; init => field = Checked(value, nameof(References)); } = TimeSpan.FromDays(30);

    /// <summary>From which passages a reply was made; nobody's name and no question is with it.</summary>
    public TimeSpan Answers { get; init => field = Checked(value, nameof(Answers)); } = TimeSpan.FromDays(90);

    /// <summary>Questions that were not answered, scrubbed of personal data.</summary>
    public TimeSpan Gaps { get; init => field = Checked(value, nameof(Gaps)); } = TimeSpan.FromDays(90);

    /// <summary>Votes, with their reasons and words; nobody's name is with them.</summary>
    public TimeSpan Feedback { get; init => field = Checked(value, nameof(Feedback)); } = TimeSpan.FromDays(365);

    /// <summary>Questions brought to the moderators, from when they are closed; by then their asker is gone from them.</summary>
    public TimeSpan Tickets { get; init => field = Checked(value, nameof(Tickets)); } = TimeSpan.FromDays(180);

    /// <summary>What members suggested, from when it was decided; by then the suggester is gone from it.</summary>
    public TimeSpan Suggestions { get; init => field = Checked(value, nameof(Suggestions)); } = TimeSpan.FromDays(180);

    /// <summary>Who did what as a moderator.</summary>
    public TimeSpan Audit { get; init => field = Checked(value, nameof(Audit)); } = TimeSpan.FromDays(365);

    /// <summary>A text about privacy with its days: <c>{0}</c> of what points at persons, <c>{1}</c> of questions that were not answered.</summary>
    public string InWords(string text) => SharedWording.Filled(text, Days(References), Days(Gaps));

    private static string Days(TimeSpan time) => Math.Ceiling(time.TotalDays).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Checked(TimeSpan value, string name) => value >= Least && value <= Most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} are kept for {value.TotalDays:0.#} days; from {Least.TotalDays:0} to {Most.TotalDays:0} are possible.");
}
