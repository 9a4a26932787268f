using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>What a paragraph's style makes it.</summary>
internal enum DocxRole
{
    Text,
    Title,
    Heading,

    /// <summary>A line of a table of contents.</summary>
    Contents,
}

/// <summary>The styles and numberings of a Word document.</summary>
internal sealed class DocxStyles
{
    /// <summary>Styles inherit from styles; a circle must end somewhere.</summary>
    private const int MaxInheritance = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<int, AbstractNum> _numberings = [];

    public DocxStyles(MainDocumentPart part)
    {
        foreach (var style in part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                _styles[id] = style;
            }
        }

        foreach (var instance in part.NumberingDefinitionsPart?.Numbering.Elements<NumberingInstance>() ?? [])
        {
            _instances[instance.NumberID?.Value ?? -1] = instance;
        }

        foreach (var numbering in part.NumberingDefinitionsPart?.Numbering.Elements<AbstractNum>() ?? [])
        {
            _numberings[numbering.AbstractNumberId?.Value ?? -1] = numbering;
        }
    }

    /// <summary>What a paragraph is, and a heading's level from 1.</summary>
    public (DocxRole Role, int Level) RoleOf(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own and < 9)
        {
            return (DocxRole.Heading, own + 1);
        }

        foreach (var style in Lineage(paragraph))
        {
            var name = style.StyleName?.Val?.Value?.ToLowerInvariant() ?? "";
            if (name is "title")
            {
                return (DocxRole.Title, 0);
            }

            if (name.StartsWith("toc ", StringComparison.Ordinal))
            {
                return (DocxRole.Contents, 0);
            }

            if (name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9)
            {
                return (DocxRole.Heading, level);
            }

            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and < 9)
            {
                return (DocxRole.Heading, outline + 1);
            }
        }

        return (DocxRole.Text, 0);
    }

    /// <summary>The list a paragraph belongs to: its number, its depth from 0, whether it counts; null where it is no item.</summary>
    public (int List, int Depth, bool Counts, int Start)? ListOf(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties
            ?? Lineage(paragraph).Select(s => s.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(n => n is not null);
        var list = numbering?.NumberingId?.Val?.Value ?? 0;
        if (list == 0 || !_instances.TryGetValue(list, out var instance))
        {
            return null;
        }

        var depth = Math.Clamp(numbering?.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        var level = _numberings.GetValueOrDefault(instance.AbstractNumId?.Val?.Value ?? -1)?.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == depth);
        var format = level?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Bullet;
        return (list, depth, format is not (NumberFormatValues.Bullet or NumberFormatValues.None), level?.StartNumberingValue?.Val?.Value ?? 1);
    }

    /// <summary>The paragraph's style, and those it inherits from.</summary>
    private IEnumerable<Style> Lineage(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < MaxInheritance && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
