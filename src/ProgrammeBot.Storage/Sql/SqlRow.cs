using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

/// <summary>Reads columns as the values they stand for.</summary>
internal static class SqlRow
{
    public static string? OptionalText(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Time(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? OptionalTime(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static Ulid Ulid(this DbDataReader row, int column) =>
        Stores.Ulid.TryParse(row.GetString(column), out var id) ? id : throw new FormatException($"the id '{row.GetString(column)}'");

    public static PlaceId Place(this DbDataReader row, int column) => PlaceOf(row.GetString(column));

    public static PlaceId? OptionalPlace(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Place(column);

    public static PlaceId PlaceOf(string text) => PlaceId.TryParse(text, out var id) ? id : throw new FormatException($"the place '{text}'");

    public static FaqId? OptionalFaq(this DbDataReader row, int column) => row.IsDBNull(column) ? null : new FaqId(row.GetString(column));

    public static AnswerId? OptionalAnswer(this DbDataReader row, int column) => row.IsDBNull(column) ? null : new AnswerId(row.Ulid(column));

    public static KeyedHash Hash(this DbDataReader row, int column) =>
        KeyedHash.TryParse(row.GetString(column), out var hash) ? hash : throw new FormatException("a hash");

    public static ProtectedText Protected(this DbDataReader row, int column) => new(row.GetString(column));

    public static ProtectedText? OptionalProtected(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Protected(column);

    /// <summary>An address and, in the next column, its hash.</summary>
    public static PersonReference? OptionalPerson(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new PersonReference(row.Protected(column), row.Hash(column + 1));

    /// <summary>A name and, in the next column, a time.</summary>
    public static TicketStep? OptionalStep(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new TicketStep(row.GetString(column), row.Time(column + 1));

    /// <summary>A document, and in the next columns the version and the spans.</summary>
    public static UsedPassage Passage(this DbDataReader row, int column) =>
        new(new CitedVersion(row.GetString(column), row.GetString(column + 1)), SpanText.Read(row.GetString(column + 2)));

    /// <summary>The value whose name stands.</summary>
    public static T Named<T>(this DbDataReader row, int column)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(column));
}
