namespace ProgrammeBot.Gaps;

/// <summary>How questions without a good answer are kept. Section <c>Gaps</c>.</summary>
public sealed record GapOptions
{
    public const string Section = "Gaps";

    /// <summary>Gaps of fewer questions are not shown, only counted: one person's words stay unread by others. 1 to 100; default 2.</summary>
    public int SmallestGroup { get; init; } = 2;

    /// <summary>How many days a question is kept. 1 to 3650; default 90.</summary>
    public int KeepDays { get; init; } = 90;

    public TimeSpan Keep => TimeSpan.FromDays(KeepDays);

    /// <summary>What is wrong with them, each with the key and the remedy.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. SmallestGroup is < 1 or > 100 ? [$"{Section}:{nameof(SmallestGroup)} is {SmallestGroup}: set it to 1 to 100."] : Array.Empty<string>(),
        .. KeepDays is < 1 or > 3650 ? [$"{Section}:{nameof(KeepDays)} is {KeepDays}: set it to 1 to 3650."] : Array.Empty<string>(),
    ];
}
