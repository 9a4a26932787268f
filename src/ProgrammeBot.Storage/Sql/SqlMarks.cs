using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlMarks(SqlSession session) : IMarks
{
    public ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        // What no store keeps is the name of none, and PostgreSQL would not take it.
        return StoredText.FaultIn(name, IMarks.MaxNameLength) is not null ? ValueTask.FromResult<string?>(null) : session.FindAsync("SELECT text FROM mark WHERE name = @name", row => row.GetString(0), cancellationToken, ("@name", name));
    }

    public async ValueTask SetAsync(string name, string? text, CancellationToken cancellationToken)
    {
        if (StoredText.FaultIn(name, IMarks.MaxNameLength) is { } wrongName)
        {
            throw new ArgumentException($"The name of a mark {wrongName}.", nameof(name));
        }

        if (text is not null && StoredText.FaultIn(text, IMarks.MaxTextLength, lines: true) is { } wrongText)
        {
            throw new ArgumentException($"The text of a mark {wrongText}.", nameof(text));
        }

        await session.WriteAsync(
            text is null
                ? "DELETE FROM mark WHERE name = @name"
                : "INSERT INTO mark (name, text) VALUES (@name, @text) ON CONFLICT (name) DO UPDATE SET text = excluded.text",
            cancellationToken,
            text is null ? [("@name", name)] : [("@name", name), ("@text", text)]);
    }
}
