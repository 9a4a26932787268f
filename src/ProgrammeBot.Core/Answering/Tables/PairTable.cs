using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Answering.Tables;

/// <summary>A table of names and their values in two columns, for questions on how much of a thing there is.</summary>
internal sealed partial class PairTable
{
    private static readonly ConditionalWeakTable<SourceDocument, IReadOnlyList<PairTable>> Cache = [];

    /// <summary>Words that ask for a figure without saying of what.</summary>
    private static readonly HashSet<string> Quantity = RowQuery.Terms(
        "share proportion percent percentage fraction part weight weighting much many amount number mark assessment assessed grade score count counts contribute work worth made devoted spent overall total final done go");

    private readonly HashSet<string> _columns;
    private readonly bool _isShares;

    private PairTable(SourceDocument document, Block header, IReadOnlyList<PairRow> rows)
    {
        Document = document;
        Header = header;
        Rows = rows;
        _columns = RowQuery.Terms(header.Span.In(document.Text) + " " + document.Sections[header.Section].Heading);
        _isShares = rows.All(r => r.Value.Contains('%', StringComparison.Ordinal));
    }

    public SourceDocument Document { get; }

    public Block Header { get; }

    public IReadOnlyList<PairRow> Rows { get; }

    /// <summary>What bare figures are figures of, as the header says ('Hours: '); nothing where the values say it themselves.</summary>
    public string Unit => Rows.All(r => r.Value.All(c => char.IsDigit(c) || c is ',' or '.' or ' ')) && Header.Cells[1].In(Document.Text).Trim() is { Length: > 0 } unit ? $"{unit}: " : "";

    public static IReadOnlyList<PairTable> Of(SourceDocument document) => Cache.GetValue(document, Read);

    /// <summary>The rows a question asks the figure of; none when it asks for anything besides.</summary>
    public IReadOnlyList<PairRow> Asked(string question)
    {
        if (!AsksForFigure().IsMatch(question))
        {
            return [];
        }

        var words = AskedWord.In(question).Where(w => !w.IsStopWord).ToList();
        var terms = words.Select(w => w.Term).ToHashSet(StringComparer.Ordinal);
        var named = Rows.Where(r => r.Terms.Count > 0 && r.Terms.IsSubsetOf(terms)).ToList();
        named = [.. named.Where(r => !named.Exists(o => r.Terms.IsProperSubsetOf(o.Terms)))];
        var spoken = named.SelectMany(r => r.Terms).ToHashSet(StringComparer.Ordinal);
        var isOwnUnit = _isShares ? Share().IsMatch(question) : words.Exists(w => _columns.Contains(w.Term) && !spoken.Contains(w.Term));
        return named.Count > 0 && isOwnUnit && !words.Exists(w => w.IsNegation)
            && words.TrueForAll(w => spoken.Contains(w.Term) || _columns.Contains(w.Term) || Quantity.Contains(w.Term) || QuestionWords.IsFilling(w.Text)) ? named : [];
    }

    private static List<PairTable> Read(SourceDocument document)
    {
        var tables = new List<PairTable>();
        foreach (var lines in document.Blocks.Where(b => b.Table >= 0).GroupBy(b => b.Table))
        {
            var header = lines.LastOrDefault(b => b.Kind == BlockKind.TableHeader);
            var rows = lines.Where(b => b.Kind == BlockKind.TableRow && b.Cells.Count == 2)
                .Select(b => new PairRow(b, RowQuery.Terms(RowQuery.WithoutBrackets(b.Cells[0].In(document.Text))), b.Cells[1].In(document.Text).Trim())).ToList();
            if (header is { Cells.Count: 2 } && rows.Count >= 2 && rows.TrueForAll(r => r.Value.Any(char.IsDigit)))
            {
                tables.Add(new PairTable(document, header, rows));
            }
        }

        return tables;
    }

    [GeneratedRegex(@"\b(how (much|many)|what|which|number of|share|proportion|percent(age)?|fraction|weight(ing)?)\b|%", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForFigure();

    [GeneratedRegex(@"\b(share|proportion|percent(age)?|fraction|weight(ing)?|how much|part of)\b|%", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Share();
}

/// <param name="Block">The line in the document.</param>
/// <param name="Terms">The analysed words of its name.</param>
/// <param name="Value">What stands beside the name.</param>
internal sealed record PairRow(Block Block, HashSet<string> Terms, string Value);
