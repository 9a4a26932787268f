using System.Security.Cryptography;
using ProgrammeBot.Documents;
using ProgrammeBot.Storage.Postgres;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;

// Writes to the store named by the argument, a file or a connection string, until it is killed or the store is gone: in every unit two votes, a revision of one entry,
// an answer with two passages, and a ticket and a pending reply under the first vote's number.
// Prints 'first-vote second-vote revision.' after each commit has returned: that is what was acknowledged.
const int Writers = 4;
await using IStore store = args[0].StartsWith("Host=", StringComparison.Ordinal)
    ? await PostgresStore.OpenAsync(args[0], TimeProvider.System, CancellationToken.None)
    : await SqliteStore.OpenAsync(args[0], TimeProvider.System, CancellationToken.None);
var ids = new UlidSource(TimeProvider.System, RandomNumberGenerator.Fill);
var id = new FaqId("written-under-load");
var place = PlaceId.Of("discord", "12", "34");
var passage = new UsedPassage(new CitedText("guide", "text").Cited, [new TextSpan(0, 4)]);
var output = Console.Out;
await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteForEverAsync)));

async Task WriteForEverAsync()
{
    while (true)
    {
        var answer = ids.NextAnswer();
        var votes = (First: ids.NextFeedback(), Second: ids.NextFeedback());
        int revision;
        await using (var unit = await store.WriteAsync(CancellationToken.None))
        {
            await unit.Feedback.SaveAsync(new Feedback(votes.First, answer, Vote.Helpful, answer.Value.At), CancellationToken.None);
            var current = await unit.Faq.FindAsync(id, CancellationToken.None);
            revision = (current?.Revision ?? 0) + 1;
            var content = new FaqContent { Title = $"Revision {revision}", Answer = votes.First.ToString() };
            await unit.Faq.SaveAsync(new FaqEdit(id, content, revision - 1, "writer"), CancellationToken.None);
            await unit.Answers.AddAsync(new AnswerRecord(answer, answer.Value.At, ReplyKind.Answer) { Passages = [passage, passage] }, CancellationToken.None);
            await unit.Tickets.SaveAsync(new Ticket(new TicketId(votes.First.Value), place, "When?", answer.Value.At) { About = answer }, CancellationToken.None);
            await unit.Outbox.AddAsync(new PendingReply(new PendingReplyId(votes.First.Value), place, new ProtectedText("cipher"), "When?", answer.Value.At), CancellationToken.None);
            await unit.Feedback.SaveAsync(new Feedback(votes.Second, answer, Vote.NotHelpful, answer.Value.At), CancellationToken.None);
            await unit.CommitAsync(CancellationToken.None);
        }

        // Console.Out writes a line whole and at once.
        output.WriteLine($"{votes.First} {votes.Second} {revision}.");
    }
}
