using ProgrammeBot.Asking;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Asking;

public sealed class GivenRepliesTests : AskingBed
{
    private GivenReplies Replies => field ??= new GivenReplies(Store, _ => null, Clock);

    [Fact]
    public void The_latest_is_the_last_that_somebody_was_given_there_or_anywhere()
    {
        var elsewhere = PlaceId.Of("teams", "tenant", "other");
        var (first, second, others, third) = (Given("ada"), Given("ada"), Given("ben"), Given("ada", elsewhere));
        foreach (var given in new[] { first, second, others, third })
        {
            Replies.Add(given);
        }

        Assert.Equal(second, Replies.Latest(Place, "ada"));
        Assert.Equal(third, Replies.Latest(null, "ada"));
        Assert.Equal(others, Replies.Latest(null, "ben"));
        Assert.Null(Replies.Latest(elsewhere, "ben"));
    }

    [Fact]
    public async Task Two_hours_later_or_forgotten_it_is_gone_and_the_others_are_not()
    {
        var old = Given("ada");
        Replies.Add(old);
        Clock.Turn(TimeSpan.FromHours(2));
        var ben = Given("ben");
        Replies.Add(ben);
        Assert.Null(Replies.Find(old.Id));

        var ada = Given("ada");
        Replies.Add(ada);
        Replies.ForgetPerson("ada");

        Assert.Equal((null, ben, null), (Replies.Find(ada.Id), Replies.Find(ben.Id), Replies.Latest(null, "ada")));
        Assert.False(await Replies.IsKnownAsync(ada.Id, Token));
        Assert.True(await Replies.IsKnownAsync(ben.Id, Token));
    }

    [Fact]
    public async Task What_is_in_the_log_is_known_after_a_restart_and_what_was_made_up_is_not()
    {
        var given = Given("ada");
        await new ReplyLedger(Store, Protection, (_, _) => Task.CompletedTask, Retention.Default, Clock).DeliveredAsync(Ids.NextPending(), given, null, Token);

        Assert.True(await Replies.IsKnownAsync(given.Id, Token));
        Assert.False(await Replies.IsKnownAsync(Ids.NextAnswer(), Token));
    }
}
