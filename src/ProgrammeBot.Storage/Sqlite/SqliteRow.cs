using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

/// <summary>Reads columns as the values they stand for.</summary>
internal static class SqliteRow
{
    public static string? OptionalText(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? OptionalTime(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static Ulid Ulid(this SqliteDataReader row, int column) =>
        Stores.Ulid.TryParse(row.GetString(column), out var id) ? id : throw new FormatException($"the id '{row.GetString(column)}'");

    public static PlaceId Place(this SqliteDataReader row, int column) =>
        PlaceId.TryParse(row.GetString(column), out var id) ? id : throw new FormatException($"the place '{row.GetString(column)}'");

    public static KeyedHash Hash(this SqliteDataReader row, int column) =>
        KeyedHash.TryParse(row.GetString(column), out var hash) ? hash : throw new FormatException("a hash");

    public static ProtectedText Protected(this SqliteDataReader row, int column) => new(row.GetString(column));

    /// <summary>An address and, in the next column, its hash.</summary>
    public static PersonReference? OptionalPerson(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new PersonReference(row.Protected(column), row.Hash(column + 1));

    /// <summary>A document, and in the next columns the version and the spans.</summary>
    public static UsedPassage Passage(this SqliteDataReader row, int column) =>
        new(new CitedVersion(row.GetString(column), row.GetString(column + 1)), SpanText.Read(row.GetString(column + 2)));
}
