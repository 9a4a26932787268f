using System.Text.Json;
using System.Text.Json.Serialization;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Moderation;

/// <summary>What moderators are told of.</summary>
public enum NoticeKind
{
    /// <summary>Entries end soon.</summary>
    Expiring,

    /// <summary>Entries ended, and answer no more.</summary>
    Expired,

    /// <summary>Sources changed, and entries rest on what is gone or moved.</summary>
    SourcesChanged,

    /// <summary>A seed file has moved on since it was brought in.</summary>
    SeedsMoved,

    /// <summary>The week as it was in a place.</summary>
    Digest,

    /// <summary>What somebody wrote waits until another one approves it.</summary>
    Review,
}

/// <summary>Something that moderators should know, for whichever surface tells them.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="At">Since when; kept to the millisecond.</param>
/// <param name="Title">In a line.</param>
public sealed record Notice(NoticeKind Kind, DateTimeOffset At, string Title)
{
    public const int MaxTitleLength = 300;
    public const int MaxLines = 20;
    public const int MaxLineLength = 500;

    /// <summary>Only the role that looks after what it is about; null is every moderator.</summary>
    public string? OwnerRole { get; init; }

    /// <summary>Only the moderators of a guild, team or tenant; null is those of all.</summary>
    public PlaceId? Within { get; init; }

    /// <summary>The details, a line each.</summary>
    public IReadOnlyList<string> Lines { get; init => field = new ValueList<string>(value); } = new ValueList<string>([]);

    /// <summary>The ids of the entries or documents it is about, in the order of the lines.</summary>
    public IReadOnlyList<string> Subjects { get; init => field = new ValueList<string>(value); } = new ValueList<string>([]);

    /// <summary>The same in another language, as long as the process runs that wrote it; what is read back later is in English.</summary>
    public Notice In(NoticeWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return Writer.Write?.Invoke(wording) ?? this;
    }

    /// <summary>A notice that can be said in every language.</summary>
    /// <param name="write">Writes it in one; the same each time but for the words.</param>
    public static Notice Written(Func<NoticeWording, Notice> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write(NoticeWording.English) with { Writer = new NoticeWriter(write) };
    }

    private NoticeWriter Writer { get; init; }

    public override string ToString() => string.Join('\n', Lines.Select(l => "- " + l).Prepend(Title));

    /// <summary>One that takes at most so many characters as JSON: what has no room is counted in a last line.</summary>
    internal string Json(int most)
    {
        for (var lines = Math.Min(Lines.Count, MaxLines); ; lines--)
        {
            string[] shown = [.. Lines.Take(lines).Select(l => l[..TextCut.AtWhole(l, MaxLineLength)])];
            var json = JsonSerializer.Serialize(new KeptNotice(
                Kind,
                At.ToUnixTimeMilliseconds(),
                Title[..TextCut.AtWhole(Title, MaxTitleLength)],
                OwnerRole,
                lines < Lines.Count ? [.. shown, $"and {Lines.Count - lines} more"] : shown,
                [.. Subjects.Take(lines)],
                Within?.ToString()), KeptNoticeJson.Default.KeptNotice);
            if (json.Length <= most || lines == 0)
            {
                return json;
            }
        }
    }

    internal static Notice? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, KeptNoticeJson.Default.KeptNotice) is { Title: not null } kept && Enum.IsDefined(kept.Kind)
                ? new Notice(kept.Kind, DateTimeOffset.FromUnixTimeMilliseconds(kept.At), kept.Title) { OwnerRole = kept.OwnerRole, Lines = kept.Lines ?? [], Subjects = kept.Subjects ?? [], Within = PlaceId.TryParse(kept.Within, out var within) ? within : null }
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}

/// <summary>How a notice is written anew: no part of what it says, so that notices of the same words are the same.</summary>
internal readonly struct NoticeWriter(Func<NoticeWording, Notice> write) : IEquatable<NoticeWriter>
{
    public Func<NoticeWording, Notice>? Write => write;

    public bool Equals(NoticeWriter other) => true;

    public override bool Equals(object? obj) => obj is NoticeWriter;

    public override int GetHashCode() => 0;
}

/// <summary>A notice as it is kept.</summary>
internal sealed record KeptNotice(NoticeKind Kind, long At, string Title, string? OwnerRole, string[]? Lines, string[]? Subjects, string? Within = null);

[JsonSerializable(typeof(KeptNotice))]
internal sealed partial class KeptNoticeJson : JsonSerializerContext;
