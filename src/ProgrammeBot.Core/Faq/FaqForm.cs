using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>An entry as the fields of a form: what one holds to begin with, and what comes back. Everything in it was typed by somebody.</summary>
public sealed record FaqForm
{
    /// <summary>Stands in <see cref="Scope"/> for everybody.</summary>
    public const string Everybody = "*";

    public string Title { get; init; } = "";

    /// <summary>One a line.</summary>
    public string Phrasings { get; init; } = "";

    public string Answer { get; init; } = "";

    /// <summary>The id of a scope, or <see cref="Everybody"/>; blank is everybody too.</summary>
    public string Scope { get; init; } = "";

    /// <summary>One a line: <c>document-id: words</c>.</summary>
    public string Sources { get; init; } = "";

    public static FaqForm Of(FaqContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new FaqForm
        {
            Title = content.Title,
            Phrasings = string.Join('\n', content.Phrasings),
            Answer = content.Answer,
            Scope = content.Scope ?? Everybody,
            Sources = string.Join('\n', content.Citations.Select(LineOf)),
        };
    }

    /// <summary>A source as a line.</summary>
    public static string LineOf(FaqCitation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return $"{citation.Cited.DocumentId}: {citation.Quote.ReplaceLineEndings(" ").Trim()}";
    }

    /// <summary>The lines of a field that are not blank.</summary>
    public static IReadOnlyList<string> LinesOf(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
