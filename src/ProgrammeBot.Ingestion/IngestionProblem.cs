using System.Text;

namespace ProgrammeBot.Ingestion;

/// <summary>What a problem cost.</summary>
public enum ProblemSeverity
{
    /// <summary>The document was read; something in it was not understood or was left out.</summary>
    Warning,

    /// <summary>The file, or the document in it, was not read.</summary>
    Skipped,
}

/// <summary>Something wrong with a source, told so that whoever keeps the folder can mend it. Prints as one line.</summary>
/// <param name="File">The file's path within the source folder.</param>
/// <param name="Reason">What is wrong, as a sentence without its full stop.</param>
/// <param name="Remedy">What to do about it, as a sentence without its full stop; empty where there is nothing to do.</param>
/// <param name="Line">1-based line, where known.</param>
/// <param name="Column">1-based column, where known.</param>
/// <param name="Page">1-based page, where known.</param>
/// <param name="Severity">Whether the source was read all the same.</param>
public sealed record IngestionProblem(
    string File,
    string Reason,
    string Remedy = "",
    int? Line = null,
    int? Column = null,
    int? Page = null,
    ProblemSeverity Severity = ProblemSeverity.Skipped)
{
    public override string ToString()
    {
        var line = new StringBuilder(File);
        if (Page is not null)
        {
            line.Append(", page ").Append(Page);
        }

        if (Line is not null)
        {
            line.Append(", line ").Append(Line);
        }

        if (Column is not null)
        {
            line.Append(", column ").Append(Column);
        }

        line.Append(Severity == ProblemSeverity.Skipped ? ": skipped: " : ": warning: ").Append(Reason);
        if (Remedy.Length > 0)
        {
            line.Append(". ").Append(Remedy);
        }

        return OneLine(line);
    }

    /// <summary>Reasons may quote a file's words or name; neither may break the line or reach a terminal as control codes.</summary>
    private static string OneLine(StringBuilder line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsControl(line[i]) || line[i] is '\u2028' or '\u2029')
            {
                line[i] = ' ';
            }
        }

        return line.ToString();
    }
}
