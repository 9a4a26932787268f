using System.Collections.Frozen;

namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Finds a document's title in a table such as those that programme specifications begin with.</summary>
internal static class TableTitle
{
    private static readonly FrozenSet<string> Names =
        new[] { "programme title", "programme name", "programme", "course title", "course name", "document title", "title", "module title" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The one value under such a name, or beside it; null where there is none, or where there are many.</summary>
    public static string? In(IReadOnlyList<IReadOnlyList<string>> rows, int headers)
    {
        if (headers == 1)
        {
            var column = rows[0].ToList().FindIndex(Names.Contains);
            return column >= 0 && rows.Count == 2 && rows[1][column].Length > 0 ? rows[1][column] : null;
        }

        return headers == 0 ? rows.FirstOrDefault(r => r.Count == 2 && Names.Contains(r[0].TrimEnd(':')) && r[1].Length > 0)?[1] : null;
    }
}
