using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlSuggestions(SqlSession session) : ISuggestions
{
    internal const string Select =
        """
        SELECT id, question, answer, made_at, revision, within, scope, faq_id, person, person_hash, state, decided_by, decided_at, note
        FROM suggestion
        """;

    public ValueTask<Suggestion?> FindAsync(SuggestionId id, CancellationToken cancellationToken) =>
        session.FindAsync(Select + " WHERE id = @id", Read, cancellationToken, ("@id", id.ToString()));

    public async ValueTask<IReadOnlyList<Suggestion>> ListAsync(SuggestionState? state, CancellationToken cancellationToken) => state is { } only
        ? await session.ReadAsync(Select + " WHERE state = @state ORDER BY id", Read, cancellationToken, ("@state", only.ToString()))
        : await session.ReadAsync(Select + " ORDER BY id", Read, cancellationToken);

    public async ValueTask<IReadOnlyList<Suggestion>> OfAsync(KeyedHash person, CancellationToken cancellationToken) =>
        await session.ReadAsync(Select + " WHERE person_hash = @hash ORDER BY id", Read, cancellationToken, ("@hash", person.ToString()));

    public async ValueTask<SuggestionSave> SaveAsync(Suggestion suggestion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        session.CheckWriting(cancellationToken);
        var current = await FindAsync(suggestion.Id, cancellationToken);
        return current is not null && current.Revision != suggestion.Revision ? new SuggestionSave.Conflict(current)
            : current is null && suggestion.Revision != 0 ? new SuggestionSave.Missing()
            : new SuggestionSave.Saved(await WriteAsync(suggestion with { Revision = suggestion.Revision + 1 }));
    }

    public ValueTask<int> ForgetPersonAsync(KeyedHash person, CancellationToken cancellationToken) => session.WriteAsync(
        "UPDATE suggestion SET person = NULL, person_hash = NULL, revision = revision + 1 WHERE person_hash = @hash", cancellationToken, ("@hash", person.ToString()));

    public ValueTask<int> RemoveDecidedBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        session.WriteAsync("DELETE FROM suggestion WHERE decided_at < @before", cancellationToken, ("@before", before.ToUnixTimeMilliseconds()));

    private async ValueTask<Suggestion> WriteAsync(Suggestion suggestion)
    {
        await session.WriteAsync(
            """
            INSERT INTO suggestion (id, question, answer, made_at, revision, within, scope, faq_id, person, person_hash, state, decided_by, decided_at, note)
            VALUES (@id, @question, @answer, @made_at, @revision, @within, @scope, @faq, @person, @person_hash, @state, @decided_by, @decided_at, @note)
            ON CONFLICT (id) DO UPDATE SET question = excluded.question, answer = excluded.answer, made_at = excluded.made_at,
                revision = excluded.revision, within = excluded.within, scope = excluded.scope, faq_id = excluded.faq_id, person = excluded.person,
                person_hash = excluded.person_hash, state = excluded.state, decided_by = excluded.decided_by, decided_at = excluded.decided_at, note = excluded.note
            """,
            CancellationToken.None,
            ("@id", suggestion.Id.ToString()),
            ("@question", suggestion.Question),
            ("@answer", suggestion.Answer),
            ("@made_at", suggestion.MadeAt.ToUnixTimeMilliseconds()),
            ("@revision", suggestion.Revision),
            ("@within", suggestion.Within?.ToString()),
            ("@scope", suggestion.Scope),
            ("@faq", suggestion.Faq?.ToString()),
            ("@person", suggestion.By?.Address.Cipher),
            ("@person_hash", suggestion.By?.Hash.ToString()),
            ("@state", suggestion.State.ToString()),
            ("@decided_by", suggestion.Decided?.By),
            ("@decided_at", suggestion.Decided?.At.ToUnixTimeMilliseconds()),
            ("@note", suggestion.Note));
        return suggestion;
    }

    internal static Suggestion Read(DbDataReader row)
    {
        var open = new Suggestion(new SuggestionId(row.Ulid(0)), row.GetString(1), row.GetString(2), row.Time(3))
        {
            Revision = row.GetInt32(4),
            Within = row.OptionalPlace(5),
            Scope = row.OptionalText(6),
            Faq = row.OptionalFaq(7),
            By = row.OptionalPerson(8),
        };
        return (row.Named<SuggestionState>(10), row.OptionalStep(11)) switch
        {
            (SuggestionState.Accepted, { } step) => open.AcceptedBy(step.By, step.At, open.Faq ?? throw new FormatException("a suggestion that went to no entry")),
            (SuggestionState.Declined, { } step) => open.DeclinedBy(step.By, step.At, row.GetString(13)),
            (SuggestionState.Open, null) => open,
            _ => throw new FormatException("a suggestion whose state and decision part"),
        };
    }
}
