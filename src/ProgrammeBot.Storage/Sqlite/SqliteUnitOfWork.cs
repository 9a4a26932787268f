using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqliteUnitOfWork(SqliteSession session, TimeProvider clock) : IUnitOfWork
{
    public IFaqEntries Faq { get; } = new SqliteFaqEntries(session, clock);

    public IFaqTuning FaqTuning { get; } = new SqliteFaqTuning(session);

    public IFeedback Feedback { get; } = new SqliteFeedback(session);

    public ICitedTexts CitedTexts { get; } = new SqliteCitedTexts(session);

    public ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        session.Commit(cancellationToken);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        session.Dispose();
        return ValueTask.CompletedTask;
    }
}
