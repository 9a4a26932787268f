namespace ProgrammeBot.Gaps;

/// <summary>How questions without a good answer are shown and for how long they are kept. Section <c>Gaps</c>.</summary>
public sealed record GapOptions
{
    public const string Section = "Gaps";

    private const int Most = 100;

    /// <summary>Gaps of fewer questions are not shown, only counted: one person's words stay unread by others. 1 to 100; default 2.</summary>
    public int SmallestGroup { get; init; } = 2;

    /// <summary>How long a question is kept: as retention says. Default 90 days.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(90);

    /// <summary>What is wrong with them, each with the key and the remedy.</summary>
    public IReadOnlyList<string> Faults() => SmallestGroup is >= 1 and <= Most ? [] : [$"{Section}:{nameof(SmallestGroup)} is {SmallestGroup}: set it to 1 to {Most}."];
}
