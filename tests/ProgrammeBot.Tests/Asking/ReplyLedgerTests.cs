using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Asking;

public sealed class ReplyLedgerTests : AskingBed
{
    private ReplyLedger Ledger => field ??= new ReplyLedger(Store, Protection, (_, _) => Task.CompletedTask, Retention.Default, Clock);

    [Fact]
    public async Task With_the_delivery_nothing_is_pending_and_the_message_is_known_until_thirty_days_later()
    {
        var (pending, given) = (Ids.NextPending(), Given("ada"));
        await new PendingQuestions("teams", Store, Protection, Ids, Clock).KeepAsync(pending, Place, "what?", "there", Token);

        await Ledger.DeliveredAsync(pending, given, new StandingMessage("m1", "there", "her"), Token);

        Assert.Empty(await ReadAsync(unit => unit.Outbox.ListAsync("teams", Token)));
        var reference = await ReadAsync(unit => unit.ReplyReferences.FindAsync(Protection.HashOf("m1"), Token));
        Assert.Equal((given.Id, "there", "her"), (reference!.Answer, Protection.Unprotect(reference.Message), Protection.Unprotect(reference.Asker!.Address)));
        Clock.Turn(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Single(await ReadAsync(unit => unit.ReplyReferences.OfAsync(given.Id, Token)));
        Clock.Turn(TimeSpan.FromSeconds(1));
        Assert.Empty(await ReadAsync(unit => unit.ReplyReferences.OfAsync(given.Id, Token)));
        Assert.NotNull(await ReadAsync(unit => unit.Answers.FindAsync(given.Id, Token)));
    }

    [Fact]
    public async Task Small_talk_and_what_stands_for_nobody_else_have_no_reference()
    {
        var (talk, alone) = (Given("ada", reply: new SmallTalk("Hello!")), Given("ada"));

        await Ledger.DeliveredAsync(Ids.NextPending(), talk, new StandingMessage("m1", "there", "her"), Token);
        await Ledger.DeliveredAsync(Ids.NextPending(), alone, null, Token);

        Assert.Empty(await ReadAsync(unit => unit.ReplyReferences.OfAsync(talk.Id, Token)));
        Assert.Empty(await ReadAsync(unit => unit.ReplyReferences.OfAsync(alone.Id, Token)));
    }

    [Fact]
    public async Task A_place_that_is_gone_and_a_message_that_is_deleted_take_exactly_theirs()
    {
        var (team, alike) = (PlaceId.Of("teams", "tenant", "19:a"), PlaceId.Of("teams", "tenant", "19:ab"));
        var (gone, kept, bens) = (Given("ada", team), Given("ada", alike), Given("ben", alike));
        foreach (var (given, message) in new[] { (gone, "m1"), (kept, "m2"), (bens, "m3") })
        {
            await Ledger.DeliveredAsync(Ids.NextPending(), given, new StandingMessage(message, "there", "her"), Token);
        }

        await Ledger.PlaceGoneAsync(team, Token);
        Assert.Equal([false, true, true], await StandAsync(gone, kept, bens));
        await Ledger.DeletedAsync(["m1", "m3"], Token);
        Assert.Equal([false, true, false], await StandAsync(gone, kept, bens));
    }

    private async Task<IReadOnlyList<bool>> StandAsync(params GivenReply[] replies)
    {
        var stand = new List<bool>();
        foreach (var reply in replies)
        {
            stand.Add((await ReadAsync(unit => unit.ReplyReferences.OfAsync(reply.Id, Token))).Count > 0);
        }

        return stand;
    }
}
