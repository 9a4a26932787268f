using System.Globalization;
using System.Text;

namespace ProgrammeBot.Tests.Support;

/// <summary>Makes a small PDF: words at places on pages, in Helvetica.</summary>
public sealed class PdfFile
{
    private readonly List<StringBuilder> _pages = [];

    /// <summary>Whether it says that it is encrypted, with a password that nobody knows.</summary>
    public bool Encrypted { get; init; }

    public PdfFile Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <param name="x">From the left edge.</param>
    /// <param name="y">From the upper edge; lines of a paragraph are 12 apart.</param>
    /// <param name="words">Latin letters only.</param>
    public PdfFile Words(int x, int y, string words)
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {800 - y} Td ({words.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")}) Tj ET\n");
        return this;
    }

    public byte[] ToBytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 820] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * i)} 0 R >>");
            objects.Add($"<< /Length {_pages[i].Length} >>\nstream\n{_pages[i]}endstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var content in objects)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(p => file.Append(CultureInfo.InvariantCulture, $"{p:0000000000} 00000 n \n"));
        var key = string.Concat(Enumerable.Repeat("5A", 32));
        var encrypt = Encrypted ? $"/ID [<{key[..32]}> <{key[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> " : "";
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {encrypt}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
