using System.Data.Common;
using System.Text.Json;
using ProgrammeBot.Storage.Sql;

namespace ProgrammeBot.Storage.Backups;

/// <summary>A record as a line of JSON: a field a column under its name, those that are null left out, bytes in base 64.</summary>
internal static class BackupRow
{
    /// <param name="row">Its columns in the table's order.</param>
    /// <param name="columns">What they are.</param>
    /// <param name="json">Takes the object.</param>
    public static void Write(DbDataReader row, IReadOnlyList<SqlColumn> columns, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
        {
            if (row.IsDBNull(i))
            {
                continue;
            }

            switch (columns[i].Kind)
            {
                case SqlKind.Text:
                    json.WriteString(columns[i].Name, row.GetString(i));
                    break;
                case SqlKind.Number:
                    json.WriteNumber(columns[i].Name, row.GetInt32(i));
                    break;
                case SqlKind.Time:
                    json.WriteNumber(columns[i].Name, row.GetInt64(i));
                    break;
                case SqlKind.Real:
                    json.WriteNumber(columns[i].Name, row.GetDouble(i));
                    break;
                default:
                    json.WriteBase64String(columns[i].Name, row.GetFieldValue<byte[]>(i));
                    break;
            }
        }

        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It is no record of that table; says what is wrong.</exception>
    public static (string Name, object? Value)[] Read(ReadOnlySpan<byte> line, IReadOnlyList<SqlColumn> columns)
    {
        var values = new object?[columns.Count];
        var json = new Utf8JsonReader(line);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                throw new FormatException("it is no JSON object");
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString();
                var at = IndexOf(columns, name);
                json.Read();
                values[at] = values[at] is null ? Value(ref json, columns[at]) : throw new FormatException($"'{name}' stands twice");
            }

            // Reads to the end, so that nothing hides behind it.
            while (json.Read())
            {
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("it is no JSON object, or a field is not of its kind", e);
        }

        for (var i = 0; i < columns.Count; i++)
        {
            if (values[i] is null && !columns[i].IsOptional)
            {
                throw new FormatException($"'{columns[i].Name}' is missing");
            }
        }

        return [.. columns.Select((c, i) => ($"@{c.Name}", values[i]))];
    }

    private static int IndexOf(IReadOnlyList<SqlColumn> columns, string? name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
            {
                return i;
            }
        }

        throw new FormatException($"'{name}' is no field of it");
    }

    private static object Value(ref Utf8JsonReader json, SqlColumn column) => column.Kind switch
    {
        SqlKind.Text when json.TokenType == JsonTokenType.String => json.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw Wrong(column, "text without NUL"),
        SqlKind.Number => json.TryGetInt32(out var number) ? number : throw Wrong(column, "a whole number"),
        SqlKind.Time => json.TryGetInt64(out var time) ? time : throw Wrong(column, "a time in milliseconds"),
        SqlKind.Real => json.TryGetDouble(out var real) ? real : throw Wrong(column, "a number"),
        SqlKind.Bytes => json.TryGetBytesFromBase64(out var bytes) ? bytes : throw Wrong(column, "base 64"),
        _ => throw Wrong(column, "text"),
    };

    private static FormatException Wrong(SqlColumn column, string what) => new($"'{column.Name}' is not {what}");
}
