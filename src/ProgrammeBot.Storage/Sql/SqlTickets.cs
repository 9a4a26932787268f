using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlTickets(SqlSession session) : ITickets
{
    internal const string Select =
        """
        SELECT id, place, question, opened_at, revision, reply, answer_id, scope, asker, asker_hash, moderator_message,
            taken_by, taken_at, answered_by, answered_at, answer, faq_id, closed_at
        FROM ticket WHERE
        """;

    private static readonly string Under = SqlPrefix.Of("place");

    public ValueTask<Ticket?> FindAsync(TicketId id, CancellationToken cancellationToken) =>
        session.FindAsync(Select + " id = @id", Read, cancellationToken, ("@id", id.ToString()));

    public async ValueTask<IReadOnlyList<Ticket>> ListOpenAsync(PlaceId prefix, CancellationToken cancellationToken) =>
        await session.ReadAsync($"{Select} closed_at IS NULL AND {Under} ORDER BY id", Read, cancellationToken, SqlPrefix.Parameter(prefix));

    public async ValueTask<IReadOnlyList<Ticket>> ListAsync(PlaceId? prefix, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var opened = ("@since", (object?)since.ToUnixTimeMilliseconds());
        return prefix is { } within
            ? await session.ReadAsync($"{Select} opened_at >= @since AND {Under} ORDER BY id", Read, cancellationToken, opened, SqlPrefix.Parameter(within))
            : await session.ReadAsync($"{Select} opened_at >= @since ORDER BY id", Read, cancellationToken, opened);
    }

    public async ValueTask<IReadOnlyList<Ticket>> OfAskerAsync(KeyedHash person, CancellationToken cancellationToken) =>
        await session.ReadAsync(Select + " asker_hash = @hash ORDER BY id", Read, cancellationToken, ("@hash", person.ToString()));

    public async ValueTask<TicketSave> SaveAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        session.CheckWriting(cancellationToken);
        var current = await FindAsync(ticket.Id, cancellationToken);
        return current is not null && current.Revision != ticket.Revision ? new TicketSave.Conflict(current)
            : current is null && ticket.Revision != 0 ? new TicketSave.Missing()
            : new TicketSave.Saved(await WriteAsync(ticket with { Revision = ticket.Revision + 1 }));
    }

    public ValueTask<int> ForgetAskerAsync(KeyedHash person, CancellationToken cancellationToken) => session.WriteAsync(
        "UPDATE ticket SET asker = NULL, asker_hash = NULL, revision = revision + 1 WHERE asker_hash = @hash", cancellationToken, ("@hash", person.ToString()));

    public ValueTask<int> RemoveClosedBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        session.WriteAsync("DELETE FROM ticket WHERE closed_at < @before", cancellationToken, ("@before", before.ToUnixTimeMilliseconds()));

    public ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken) =>
        session.WriteAsync($"DELETE FROM ticket WHERE {Under}", cancellationToken, SqlPrefix.Parameter(prefix));

    private async ValueTask<Ticket> WriteAsync(Ticket ticket)
    {
        await session.WriteAsync(
            """
            INSERT INTO ticket (id, place, question, opened_at, revision, reply, answer_id, scope, asker, asker_hash, moderator_message,
                taken_by, taken_at, answered_by, answered_at, answer, faq_id, closed_at)
            VALUES (@id, @place, @question, @opened_at, @revision, @reply, @about, @scope, @asker, @asker_hash, @moderator_message,
                @taken_by, @taken_at, @answered_by, @answered_at, @answer, @faq, @closed_at)
            ON CONFLICT (id) DO UPDATE SET place = excluded.place, question = excluded.question, opened_at = excluded.opened_at,
                revision = excluded.revision, reply = excluded.reply, answer_id = excluded.answer_id, scope = excluded.scope,
                asker = excluded.asker, asker_hash = excluded.asker_hash, moderator_message = excluded.moderator_message,
                taken_by = excluded.taken_by, taken_at = excluded.taken_at, answered_by = excluded.answered_by,
                answered_at = excluded.answered_at, answer = excluded.answer, faq_id = excluded.faq_id, closed_at = excluded.closed_at
            """,
            CancellationToken.None,
            ("@id", ticket.Id.ToString()),
            ("@place", ticket.Place.ToString()),
            ("@question", ticket.Question),
            ("@opened_at", ticket.OpenedAt.ToUnixTimeMilliseconds()),
            ("@revision", ticket.Revision),
            ("@reply", ticket.Reply),
            ("@about", ticket.About?.ToString()),
            ("@scope", ticket.Scope),
            ("@asker", ticket.Asker?.Address.Cipher),
            ("@asker_hash", ticket.Asker?.Hash.ToString()),
            ("@moderator_message", ticket.ModeratorMessage?.Cipher),
            ("@taken_by", ticket.Taken?.By),
            ("@taken_at", ticket.Taken?.At.ToUnixTimeMilliseconds()),
            ("@answered_by", ticket.Answered?.By),
            ("@answered_at", ticket.Answered?.At.ToUnixTimeMilliseconds()),
            ("@answer", ticket.Answer),
            ("@faq", ticket.Faq?.ToString()),
            ("@closed_at", ticket.ClosedAt?.ToUnixTimeMilliseconds()));
        return ticket;
    }

    internal static Ticket Read(DbDataReader row) => new(new TicketId(row.Ulid(0)), row.Place(1), row.GetString(2), row.Time(3))
    {
        Revision = row.GetInt32(4),
        Reply = row.GetString(5),
        About = row.OptionalAnswer(6),
        Scope = row.OptionalText(7),
        Asker = row.OptionalPerson(8),
        ModeratorMessage = row.OptionalProtected(10),
        Taken = row.OptionalStep(11),
        Answered = row.OptionalStep(13),
        Answer = row.OptionalText(15),
        Faq = row.OptionalFaq(16),
        ClosedAt = row.OptionalTime(17),
    };
}
