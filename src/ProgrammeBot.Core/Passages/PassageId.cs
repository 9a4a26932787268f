namespace ProgrammeBot.Passages;

/// <summary>A passage's name: its document and its place among the document's passages, from 0. Prints as <c>document#ordinal</c>.</summary>
/// <remarks>Ordered by document (ordinal comparison), then by ordinal.</remarks>
public readonly record struct PassageId(string Document, int Ordinal) : IComparable<PassageId>
{
    public int CompareTo(PassageId other)
    {
        var byDocument = string.CompareOrdinal(Document, other.Document);
        return byDocument != 0 ? byDocument : Ordinal.CompareTo(other.Ordinal);
    }

    public static bool operator <(PassageId left, PassageId right) => left.CompareTo(right) < 0;

    public static bool operator >(PassageId left, PassageId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PassageId left, PassageId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PassageId left, PassageId right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Document}#{Ordinal}";
}
