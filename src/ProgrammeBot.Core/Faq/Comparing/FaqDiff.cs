using System.Globalization;
using System.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Comparing;

/// <summary>What changed in one field of an entry.</summary>
/// <param name="Field">Its name in <see cref="FaqContent"/>.</param>
/// <param name="Change">How it reads now against before. A field of several lines has each as a stretch of its own, in its order.</param>
/// <param name="IsList">Whether each stretch is a whole item of a list.</param>
public sealed record FaqFieldDiff(string Field, TextDiff Change, bool IsList)
{
    public override string ToString() => !IsList
        ? $"{Field}: {Change}"
        : $"{Field}:{string.Concat(Change.Spans.Where(s => s.Kind != DiffKind.Kept).Select(s => $"\n  {(s.Kind == DiffKind.Added ? '+' : '-')} {s.Text.ReplaceLineEndings("\n    ")}"))}";
}

/// <summary>What changed between two contents of an entry, field by field, in the order in which people read an entry. Prints itself.</summary>
/// <param name="Fields">Only those that differ.</param>
public sealed record FaqDiff(IReadOnlyList<FaqFieldDiff> Fields)
{
    public bool IsSame => Fields.Count == 0;

    /// <param name="before">Null for an entry that was not there.</param>
    /// <param name="after">What it says now.</param>
    public static FaqDiff Of(FaqContent? before, FaqContent after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new FaqDiff([.. Compared(before, after).Where(f => !f.Change.IsSame)]);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var field in Fields)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(field);
        }

        return text.Length > 0 ? text.ToString() : "no difference";
    }

    private static IEnumerable<FaqFieldDiff> Compared(FaqContent? before, FaqContent after)
    {
        yield return Words(nameof(FaqContent.Title), before?.Title, after.Title);
        yield return List(nameof(FaqContent.Phrasings), before?.Phrasings, after.Phrasings);
        yield return Words(nameof(FaqContent.Answer), before?.Answer, after.Answer);
        yield return List(nameof(FaqContent.Citations), before?.Citations.Select(Line).ToList(), after.Citations.Select(Line).ToList());
        yield return Words(nameof(FaqContent.Scope), before?.Scope, after.Scope);
        yield return List(nameof(FaqContent.Tags), before?.Tags, after.Tags);
        yield return Words(nameof(FaqContent.OwnerRole), before?.OwnerRole, after.OwnerRole);
        yield return Words("ValidFrom", Day(before?.Valid.From), Day(after.Valid.From));
        yield return Words("ValidUntil", Day(before?.Valid.Until), Day(after.Valid.Until));
        yield return List(nameof(FaqContent.FollowUps), before?.FollowUps.Select(f => f.ToString()).ToList(), after.FollowUps.Select(f => f.ToString()).ToList());
        yield return Words(nameof(FaqContent.Status), before is null ? "" : FaqWords.Of(before.Status), FaqWords.Of(after.Status));
    }

    private static FaqFieldDiff Words(string field, string? before, string? after) => new(field, TextDiff.OfWords(before ?? "", after ?? ""), IsList: false);

    private static FaqFieldDiff List(string field, IReadOnlyList<string>? before, IReadOnlyList<string> after) => new(field, TextDiff.OfLines(before ?? [], after), IsList: true);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A source as people read it; where its place is known, that is told too, since a change of just that is one.</summary>
    private static string Line(FaqCitation citation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{citation.Cited.DocumentId}{(citation.Section is { } section ? $" ({section})" : "")}: {citation.Quote}{(citation.IsPlaced ? $" @{citation.Cited.Version[7..15]}:{citation.Spans[0].Start}" : "")}");
}
