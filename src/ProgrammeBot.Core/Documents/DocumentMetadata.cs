namespace ProgrammeBot.Documents;

/// <summary>What is known about a source document apart from its text.</summary>
public sealed record DocumentMetadata
{
    /// <param name="id">The file name without extension, or the front matter's <c>id</c>. One to 128 of letters, digits, <c>-_.</c>; unique in a corpus.</param>
    /// <exception cref="ArgumentException">The id is not of that form.</exception>
    public DocumentMetadata(string id)
    {
        if (!IsId(id))
        {
            throw new ArgumentException($"'{id}' is no document id: 1 to 128 letters, digits, '-', '_' or '.'", nameof(id));
        }

        Id = id;
    }

    public string Id { get; }

    /// <summary>The title people know it by; the id where none was found.</summary>
    public string Title { get => field ?? Id; init; }

    public string? Publisher { get; init; }

    /// <summary>The id of the scope it speaks of (a programme, an intake, a department); null is general.</summary>
    public string? Scope { get; init; }

    /// <summary>The cohort or intake it covers, as people say it ('2025-26 entry').</summary>
    public string? Cohort { get; init; }

    /// <summary>BCP 47 language of the text.</summary>
    public string Language { get; init; } = "en";

    /// <summary>When its words were true: a year, month or day ('2025', '2025-01', '2025-01-31').</summary>
    public string? AsOf { get; init; }

    /// <summary>Where the original can be read; only http and https.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whose words they are; without a word on it nobody vouches for them as the publisher's.</summary>
    public Standing Standing { get; init; } = Standing.Secondary;

    /// <summary>For a digest: what it is a digest of.</summary>
    public string? DigestOf { get; init; }

    /// <summary>For a digest: the standing of the original.</summary>
    public Standing? SourceStanding { get; init; }

    public static bool IsId(string? id) =>
        id is { Length: >= 1 and <= 128 } && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');
}
