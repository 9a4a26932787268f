using System.Text.Json;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

/// <summary>Gaps, votes, waiting questions and suggestions by the program itself.</summary>
public sealed class DeskCommandTests : IDisposable
{
    private readonly NorthfieldFolder _folder = new();
    private readonly UlidSource _ids = new(TimeProvider.System, bytes => new Random(1).NextBytes(bytes));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_gap_is_listed_shown_answered_and_opened_again()
    {
        var gap = _ids.NextGap();
        await WriteAsync(async unit =>
        {
            await unit.Gaps.SaveAsync(new Gap(gap, "Where can I park?", TimeProvider.System.GetUtcNow()), Token);
            foreach (var text in new[] { "Where can I park?", "where do I park\tmy car?".Replace('\t', ' ') })
            {
                await unit.Gaps.AddAsync(new GapQuestion(_ids.NextGapQuestion(), gap, text, TimeProvider.System.GetUtcNow(), GapReason.Unanswered), Token);
            }
        });

        var list = await _folder.RunAsync("gaps", "list");
        Assert.Equal(0, list.ExitCode);
        Assert.Equal($"{gap}\t2\t0 0 0 0 0 0 0 0 0 0 0 0 2\tgeneral\tWhere can I park?\n", list.Output);
        using var json = JsonDocument.Parse((await _folder.RunAsync("gaps", "show", gap.ToString(), "--json")).Output);
        Assert.Equal(2, json.RootElement.GetProperty("gap").GetProperty("questions").GetArrayLength());

        var answered = await _folder.RunAsync("gaps", "answer", gap.ToString(), "--answer", "Behind the library.");
        Assert.Equal($"{gap}\tanswered\twhere-can-i-park\n", answered.Output);
        Assert.Contains("Behind the library.", (await _folder.RunAsync("ask", "where do I park my car?")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await _folder.RunAsync("gaps", "list", "--state", "answered")).Output.Count(ch => ch == '\n'));
        Assert.Equal($"{gap}\topen\t\n", (await _folder.RunAsync("gaps", "reopen", gap.ToString())).Output);

        Assert.Equal(2, (await _folder.RunAsync("gaps", "show", "x")).ExitCode);
        Assert.Equal(2, (await _folder.RunAsync("gaps", "list", "--state", "x")).ExitCode);
        Assert.Equal(2, (await _folder.RunAsync("gaps", "answer", gap.ToString())).ExitCode);
        Assert.Equal(1, (await _folder.RunAsync("gaps", "show", _ids.NextGap().ToString())).ExitCode);
    }

    [Fact]
    public async Task Tickets_and_suggestions_are_listed_and_decided()
    {
        var (ticket, suggestion) = (_ids.NextTicket(), _ids.NextSuggestion());
        await WriteAsync(async unit =>
        {
            await unit.Tickets.SaveAsync(new Ticket(ticket, PlaceId.Of("discord", "1", "2"), "Where can I park?", TimeProvider.System.GetUtcNow()), Token);
            await unit.Suggestions.SaveAsync(new Suggestion(suggestion, "Is there a gym?", "Yes.", TimeProvider.System.GetUtcNow()), Token);
        });

        Assert.Contains("Where can I park?", (await _folder.RunAsync("tickets", "list")).Output, StringComparison.Ordinal);
        Assert.Equal($"{ticket}\tclosed\n", (await _folder.RunAsync("tickets", "close", ticket.ToString())).Output);
        Assert.Equal("[]\n", (await _folder.RunAsync("tickets", "list", "--json")).Output);
        Assert.Equal($"{ticket}\topen\n", (await _folder.RunAsync("tickets", "reopen", ticket.ToString())).Output);
        Assert.Equal(1, (await _folder.RunAsync("tickets", "reopen", ticket.ToString())).ExitCode);

        Assert.Contains("Is there a gym?", (await _folder.RunAsync("suggestions", "list")).Output, StringComparison.Ordinal);
        Assert.Equal($"{suggestion}\taccepted\tis-there-a-gym\n", (await _folder.RunAsync("suggestions", "accept", suggestion.ToString())).Output);
        Assert.Equal(1, (await _folder.RunAsync("suggestions", "decline", suggestion.ToString())).ExitCode);
    }

    [Fact]
    public async Task Votes_are_listed_the_worst_first_and_tune()
    {
        await _folder.RunAsync("faq", "add", "--title", "Is there a gym?", "--answer", "No.", "--id", "gym");
        await WriteAsync(async unit =>
        {
            for (var i = 0; i < 12; i++)
            {
                var answer = new AnswerRecord(_ids.NextAnswer(), TimeProvider.System.GetUtcNow(), ReplyKind.Answer) { Faq = new FaqRevisionId(new FaqId("gym"), 1) };
                await unit.Answers.AddAsync(answer, Token);
                await unit.Feedback.SaveAsync(new Feedback(_ids.NextFeedback(), answer.Id, Vote.NotHelpful, TimeProvider.System.GetUtcNow(), FeedbackReason.Wrong, i == 0 ? "there is one" : ""), Token);
            }
        });

        Assert.Equal("entry\t0\t12\tWrong 12\tgym\tIs there a gym?\tthere is one\n", (await _folder.RunAsync("feedback", "list")).Output);
        Assert.Equal("1 entries moved\n", (await _folder.RunAsync("feedback", "tune")).Error);
        Assert.Equal(2, (await _folder.RunAsync("feedback", "list", "--days", "0")).ExitCode);
    }

    private async Task WriteAsync(Func<IUnitOfWork, Task> write)
    {
        await using var store = await SqliteStore.OpenAsync(_folder["data/programmebot.db"], TimeProvider.System, Token);
        await using var unit = await store.WriteAsync(Token);
        await write(unit);
        await unit.CommitAsync(Token);
    }
}
