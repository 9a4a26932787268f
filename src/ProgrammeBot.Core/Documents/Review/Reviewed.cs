using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>A document under review, with what its facts have in common.</summary>
internal sealed partial class Reviewed
{
    private readonly HashSet<string> _own;
    private readonly string _initials;
    private readonly Dictionary<int, string> _headings = [];

    public Reviewed(SourceDocument document, string? scope)
    {
        Document = document;
        // Without a scope nothing says that two documents speak of one programme.
        Group = scope is null ? $"document {document.Id}" : $"scope {scope}";
        Statements = [.. Review.Statements.Of(document)];
        CreditsAreEcts = document.Text.Contains("ECTS", StringComparison.Ordinal);
        _own = [.. Words.In($"{document.Metadata.Title} {document.Metadata.Publisher} {scope}")];
        // 'AML' is the Applied Machine Learning of the title.
        _initials = string.Concat(document.Metadata.Title.Split(' ').Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0]));
        OwnQualifiers = Qualifiers.In($"{document.Metadata.Title} {scope}", new HashSet<string>());
    }

    public SourceDocument Document { get; }

    /// <summary>Facts are compared within a group.</summary>
    public string Group { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public bool CreditsAreEcts { get; }

    public IReadOnlySet<string> OwnQualifiers { get; }

    /// <summary>The headings above a statement, without the document's title.</summary>
    public string Headings(int section) =>
        _headings.TryGetValue(section, out var path) ? path : _headings[section] = string.Join(" / ", Document.HeadingPath(section).Where(h => h != Document.Metadata.Title));

    /// <summary>The year or intake that a statement names, itself or in a heading; else the document's cohort.</summary>
    public string? YearOf(Statement statement)
    {
        var said = Year().Match(statement.Reading);
        said = said.Success ? said : Year().Match(Headings(statement.Section));
        said = said.Success ? said : Year().Match(Document.Metadata.Cohort ?? "");
        return said.Success ? said.Value : null;
    }

    /// <summary>Names in a statement that are not the programme's own: another university, another degree.</summary>
    public IEnumerable<string> ForeignNames(Statement statement, Capitals capitals) =>
        capitals.NamesIn(statement.Reading).Where(w => !_own.Contains(Words.Fold(w)) && !_initials.Contains(w, StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
