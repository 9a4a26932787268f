using System.Text;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Ingestion;

/// <summary>Document ids made from file names.</summary>
public static class DocumentIds
{
    /// <summary>The stem where it is an id already; else what is no id's character becomes '-'.</summary>
    public static string FromStem(string stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        if (DocumentMetadata.IsId(stem))
        {
            return stem;
        }

        var id = new StringBuilder(stem.Length);
        foreach (var c in stem)
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            {
                id.Append(c);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        var made = id.ToString().Trim('-');
        made = made.Length > 128 ? made[..128] : made;
        return made.Length > 0 ? made : "document";
    }
}
