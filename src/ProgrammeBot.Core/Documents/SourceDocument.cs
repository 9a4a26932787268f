using System.Security.Cryptography;
using System.Text;

namespace ProgrammeBot.Documents;

/// <summary>A source document as read: its stored text, and the structure found in it.</summary>
/// <remarks>
/// The stored text has LF line ends, no tags or markup, and a table's lines as cells with ' | ' between.
/// Every span of sections and blocks points into it. Equal by reference; two with one <see cref="Version"/> hold the same text.
/// </remarks>
public sealed class SourceDocument
{
    /// <exception cref="ArgumentException">A span leaves the text, sections are not in order, or a block names no section.</exception>
    public SourceDocument(DocumentMetadata metadata, string text, IReadOnlyList<Section> sections, IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(blocks);
        Check(text, sections, blocks);
        Metadata = metadata;
        Text = text;
        Sections = sections;
        Blocks = blocks;
    }

    public DocumentMetadata Metadata { get; }

    public string Id => Metadata.Id;

    public string Text { get; }

    /// <summary>The heading tree in reading order; the first is the document itself.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>Everything but headings, in reading order, not overlapping.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>'sha256:' and the lower-case hash of the stored text as UTF-8.</summary>
    public string Version => field ??= VersionOf(Text);

    /// <summary>The headings from the outermost to the section itself, without the document's own title.</summary>
    public IReadOnlyList<string> HeadingPath(int section)
    {
        var path = new List<string>();
        for (var at = section; at > 0; at = Sections[at].Parent)
        {
            path.Add(Sections[at].Heading);
        }

        path.Reverse();
        return path;
    }

    public static string VersionOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Check(string text, IReadOnlyList<Section> sections, IReadOnlyList<Block> blocks)
    {
        if (sections.Count == 0 || sections[0] is not { Level: 0, Parent: -1 } || sections[0].Span != new TextSpan(0, text.Length))
        {
            throw new ArgumentException("The first section must be the document itself and span its text.", nameof(sections));
        }

        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            if (section.Index != i || section.Parent >= i || section.Span.End > text.Length || section.HeadingSpan.End > text.Length)
            {
                throw new ArgumentException($"Section {i} ('{section.Heading}') is out of order or leaves the text.", nameof(sections));
            }
        }

        var end = 0;
        foreach (var block in blocks)
        {
            if (block.Span.IsEmpty || block.Span.Start < end || block.Span.End > text.Length || (uint)block.Section >= (uint)sections.Count)
            {
                throw new ArgumentException($"Block {block.Span} is empty, out of order, leaves the text or names no section.", nameof(blocks));
            }

            end = block.Span.End;
        }
    }
}
