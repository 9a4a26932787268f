using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Tests.Searching.InTree;

/// <summary>Small documents for tests of the index: a passage a paragraph, below one heading.</summary>
internal static class IndexedDocuments
{
    public static IndexedDocument Of(string id, params string[] paragraphs) => Of(new DocumentMetadata(id), "Heading", paragraphs);

    public static IndexedDocument Of(DocumentMetadata metadata, string heading, params string[] paragraphs)
    {
        var text = heading + "\n" + string.Join('\n', paragraphs);
        Section[] sections =
        [
            new(0, -1, 0, metadata.Title, default, new(0, text.Length)),
            new(1, 0, 1, heading, new(0, heading.Length), new(0, text.Length)),
        ];
        var blocks = new List<Block>();
        var passages = new List<Passage>();
        var at = heading.Length + 1;
        foreach (var paragraph in paragraphs)
        {
            var span = new TextSpan(at, at + paragraph.Length);
            if (!span.IsEmpty)
            {
                blocks.Add(new(BlockKind.Paragraph, span, 1));
            }

            passages.Add(new()
            {
                Id = new(metadata.Id, passages.Count),
                Title = metadata.Title,
                HeadingPath = [heading],
                Text = paragraph,
                Span = span,
                Section = 1,
                Scope = metadata.Scope,
                Standing = metadata.Standing,
            });
            at = span.End + 1;
        }

        return new(new(metadata, text, sections, blocks), passages);
    }
}
