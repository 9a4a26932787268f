using System.Runtime.CompilerServices;

namespace ProgrammeBot.Stores;

/// <summary>What a moderator writes of a FAQ entry: everything but its name and its history.</summary>
/// <remarks>
/// Checked as it is made: what is over a limit throws an <see cref="ArgumentException"/> that names field and limit.
/// An edge that takes what people typed asks <see cref="StoredText.FaultIn"/> first, or cleans it. Equal by content.
/// </remarks>
public sealed record FaqContent
{
    public const int MaxTitleLength = 300;

    /// <summary>The most code units of a phrasing; real ones of public intent sets reach 429.</summary>
    public const int MaxPhrasingLength = 500;
    public const int MaxPhrasings = 2000;
    public const int MaxAnswerLength = 8000;
    public const int MaxCitations = 20;
    public const int MaxScopeLength = 128;
    public const int MaxTags = 20;
    public const int MaxTagLength = 50;
    public const int MaxOwnerRoleLength = 100;
    public const int MaxFollowUps = 6;

    /// <summary>The question as people see it; one line, not blank.</summary>
    public required string Title { get; init => field = StoredText.Require(value, MaxTitleLength); }

    /// <summary>Other ways to ask it, in the order given; each one line, not blank. Duplicates are kept.</summary>
    public IReadOnlyList<string> Phrasings { get; init => field = Lines(value, MaxPhrasings, MaxPhrasingLength); } = new ValueList<string>([]);

    /// <summary>The answer in Markdown; blank for an entry that names an intent only and can be matched but not answered from.</summary>
    public string Answer { get; init => field = StoredText.Require(value, MaxAnswerLength, blank: true, lines: true); } = "";

    /// <summary>What the answer rests on, numbered from 1 in this order.</summary>
    public IReadOnlyList<FaqCitation> Citations { get; init => field = List(value, MaxCitations); } = new ValueList<FaqCitation>([]);

    /// <summary>The id of the scope it speaks of; null is general.</summary>
    public string? Scope { get; init => field = Optional(value, MaxScopeLength); }

    public IReadOnlyList<string> Tags { get; init => field = Lines(value, MaxTags, MaxTagLength); } = new ValueList<string>([]);

    /// <summary>The role whose people look after it; null is every moderator.</summary>
    public string? OwnerRole { get; init => field = Optional(value, MaxOwnerRoleLength); }

    public Validity Valid { get; init; }

    /// <summary>What somebody who read it may want next, as buttons in this order.</summary>
    public IReadOnlyList<FaqFollowUp> FollowUps { get; init => field = List(value, MaxFollowUps); } = new ValueList<FaqFollowUp>([]);

    public FaqStatus Status { get; init => field = Enum.IsDefined(value) ? value : throw new ArgumentException($"{value} is no status.", nameof(Status)); }

    private static string? Optional(string? value, int maxLength, [CallerMemberName] string name = "") =>
        value is null ? null : StoredText.Require(value, maxLength, name: name);

    private static ValueList<string> Lines(IReadOnlyList<string> value, int max, int maxLength, [CallerMemberName] string name = "")
    {
        var lines = List(value, max, name);
        for (var i = 0; i < lines.Count; i++)
        {
            _ = StoredText.Require(lines[i], maxLength, name: $"{name}[{i}]");
        }

        return lines;
    }

    private static ValueList<T> List<T>(IReadOnlyList<T> value, int max, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Count > max || value.Any(item => item is null))
        {
            throw new ArgumentException($"{name} has {value.Count} items, at most {max} are kept and none may be missing.", name);
        }

        return new ValueList<T>(value);
    }
}
