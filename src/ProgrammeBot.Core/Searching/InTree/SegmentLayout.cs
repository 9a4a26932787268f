namespace ProgrammeBot.Searching.InTree;

/// <summary>The parts of a segment file, in the order of its table of contents. The drawing is in docs/engine.md.</summary>
internal enum SegmentPart
{
    Statistics,
    DocumentTable,
    Documents,
    Texts,
    PassageTable,
    Passages,
    FieldLengths,
    StringTable,
    Strings,
    TermTable,
    Terms,
    Postings,
    Positions,
    WordTable,
    Words,
}

/// <summary>Sizes and marks of the segment format.</summary>
internal static class SegmentLayout
{
    /// <summary>'PBSEGMT' and a byte that no text file begins with after it.</summary>
    public const ulong Magic = 0x1A_54_4D_47_45_53_42_50;

    public const uint FormatVersion = 1;

    public const int PartCount = 15;

    public const int ChecksumOffset = 24;

    public const int ContentsOffset = 32;

    public const int HeaderLength = ContentsOffset + (PartCount * 16);

    public const int DocumentEntry = 8;

    public const int PassageEntry = 12;

    public const int LengthEntry = Fields.Count * sizeof(ushort);

    public const int TermEntry = 16;

    public const int WordEntry = 16;

    /// <summary>Postings in a block; only the last of a term holds fewer.</summary>
    public const int BlockSize = 128;

    /// <summary>Last ordinal, place of the block's postings, place of its positions, then the highest frequency and the least length of each field.</summary>
    public const int SkipEntry = 12 + (Fields.Count * 4);
}
