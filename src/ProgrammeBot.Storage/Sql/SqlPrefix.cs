using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

/// <summary>A place and all within it, as a range that an index serves: in ordinal order ids of the form <c>prefix:…</c> stand between ':' and its successor ';'.</summary>
internal static class SqlPrefix
{
    public static string Of(string column) => $"({column} = @prefix OR ({column} > @prefix || ':' AND {column} < @prefix || ';'))";

    public static (string Name, object? Value) Parameter(PlaceId prefix) => ("@prefix", prefix.ToString());
}
