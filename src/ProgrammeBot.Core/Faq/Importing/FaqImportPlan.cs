using System.Globalization;
using System.Text;
using ProgrammeBot.Faq.Comparing;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Importing;

/// <summary>What an entry of a file is against the one in the store.</summary>
public enum ImportFate
{
    /// <summary>There is none of that id yet.</summary>
    Added,

    /// <summary>The file says something else than the store, where nobody changed it since it was brought in.</summary>
    Changed,

    /// <summary>Both say the same.</summary>
    Unchanged,

    /// <summary>Somebody changed it since it was brought in, and the file says what it said then: there is nothing new in it.</summary>
    Edited,

    /// <summary>Somebody changed it since it was brought in, and the file says something new: a person has to choose.</summary>
    Conflict,
}

/// <summary>An entry of a file, looked at before it is brought in.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Fate">What it is against the store.</param>
/// <param name="Content">What the entry would say.</param>
/// <param name="Current">What stands now; null where there is none.</param>
/// <param name="Diff">What would change.</param>
public sealed record FaqImportItem(FaqId Id, ImportFate Fate, FaqContent Content, FaqEntry? Current, FaqDiff Diff)
{
    /// <summary>In a conflict: what people changed since the entry was brought in; null where that is not known.</summary>
    public FaqDiff? Theirs { get; init; }

    /// <summary>Why the moderator who brings the file may not write this, with the entry and the remedy; null when they may, and when no moderator was named.</summary>
    public string? Refused { get; init; }
}

/// <summary>What an import would do. Prints itself.</summary>
/// <param name="Items">In the order of the file.</param>
/// <param name="Faults">What stands in the way of all of it, a line each.</param>
public sealed record FaqImportPlan(IReadOnlyList<FaqImportItem> Items, IReadOnlyList<string> Faults)
{
    public int Count(ImportFate fate) => Items.Count(i => i.Fate == fate);

    /// <summary>Whether an update would write something: a conflict is left to a person.</summary>
    public bool HasNews => Items.Any(i => i.Fate is ImportFate.Added or ImportFate.Changed);

    /// <summary>In a sentence.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count(ImportFate.Added)} new, {Count(ImportFate.Changed)} changed, {Count(ImportFate.Conflict)} in conflict with what people wrote, {Count(ImportFate.Edited)} edited here since, {Count(ImportFate.Unchanged)} unchanged");

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var item in Items.Where(i => i.Fate is ImportFate.Added or ImportFate.Changed or ImportFate.Conflict))
        {
            text.Append(CultureInfo.InvariantCulture, $"{item.Fate.ToString().ToLowerInvariant()}: {item.Id}{(item.Fate == ImportFate.Added ? $" - {item.Content.Title}" : "")}\n");
            if (item.Fate != ImportFate.Added)
            {
                Indented(text, item.Diff);
            }

            if (item.Theirs is { } theirs)
            {
                text.Append(CultureInfo.InvariantCulture, $"  what {item.Current?.UpdatedBy} and others changed here:\n");
                Indented(text, theirs);
            }
        }

        foreach (var fault in Faults)
        {
            text.Append(fault).Append('\n');
        }

        return text.Append(Summary).ToString();
    }

    private static void Indented(StringBuilder text, FaqDiff diff)
    {
        foreach (var line in diff.ToString().Split('\n'))
        {
            text.Append("    ").Append(line).Append('\n');
        }
    }
}
