using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Review;

public sealed class FaqReviewDeskTests : IAsyncLifetime
{
    private static readonly FaqId Gym = new("gym");
    private static readonly Moderator Ada = FaqBed.Operator(), Ben = FaqBed.Operator("ben");

    private FaqBed _bed = null!; // set before each test

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FaqReviewDesk Desk => new(_bed.Desk);

    private FaqReviewDesk Strict => new(_bed.Desk, secondPerson: true);

    public async ValueTask InitializeAsync() => _bed = await FaqBed.OpenAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task What_is_in_review_stands_beside_what_answers_until_it_is_approved()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));

        var review = Saved(await Desk.SendToReviewAsync(Gym, 1, new FaqDraft { Answer = "Yes." }, Ada, "it opened", Token));
        Assert.Equal((FaqStatus.Review, 2, 1), (review.Content.Status, review.Revision, review.LiveRevision));
        Assert.Equal(["gym@1"], await _bed.LiveAsync());

        Assert.Equal(3, Saved(await Desk.ApproveAsync(Gym, 2, Ben, "", Token)).LiveRevision);
        Assert.Equal(["gym@3"], await _bed.LiveAsync());
        Assert.Equal(["approved", "it opened", ""], (await _bed.Desk.HistoryAsync(Gym, Token)).Select(r => r.Note));
    }

    [Fact]
    public async Task Where_a_second_person_is_asked_for_nobody_approves_their_own_work()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));
        await Strict.SendToReviewAsync(Gym, null, new FaqDraft { Answer = "Yes." }, Ada, "", Token);

        Assert.Equal(FaqRefusal.OwnWork, Refused(await Strict.ApproveAsync(Gym, null, Ada, "", Token)));
        Assert.Equal(FaqRefusal.OwnWork, Refused(await Strict.PublishAsync(Gym, null, null, Ada, "", Token)));
        Assert.Equal(FaqRefusal.NeedsReview, Refused(await Strict.PublishAsync(Gym, null, new FaqDraft { Answer = "Yes!" }, Ben, "", Token)));
        Assert.Equal(["gym@1"], await _bed.LiveAsync());

        Assert.Equal(FaqStatus.Live, Saved(await Strict.ApproveAsync(Gym, null, Ben, "", Token)).Content.Status);
        Assert.Equal(FaqRefusal.NeedsReview, Refused(await Strict.AddAsync(new FaqDraft { Title = "Pool?" }, Ada, null, "", Token)));
        Assert.Equal(FaqStatus.Review, Saved(await Strict.AddAsync(new FaqDraft { Title = "Pool?", Status = FaqStatus.Review }, Ada, null, "", Token)).Content.Status);
    }

    [Fact]
    public async Task Where_none_is_asked_for_one_person_publishes_at_once()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));

        Assert.Equal("Yes.", Saved(await Desk.PublishAsync(Gym, 1, new FaqDraft { Answer = "Yes." }, Ada, "", Token)).Content.Answer);
        Assert.IsType<FaqOutcome.Unchanged>(await Desk.PublishAsync(Gym, 2, new FaqDraft { Answer = "Yes." }, Ada, "", Token));
    }

    [Fact]
    public async Task A_place_says_for_its_moderators_whether_a_second_person_is_asked_for()
    {
        var mod = new Moderator("ada", "mod") { Places = [SomePlaces.Guild] };
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));
        await SetAsync(true);
        Assert.Equal(FaqRefusal.NeedsReview, Refused(await Desk.PublishAsync(Gym, null, new FaqDraft { Answer = "Yes." }, mod, "", Token)));

        await SetAsync(false);
        Assert.Equal("Yes.", Saved(await Strict.PublishAsync(Gym, null, new FaqDraft { Answer = "Yes." }, mod, "", Token)).Content.Answer);

        Task SetAsync(bool asks) => _bed.WriteAsync(async unit => await unit.Places.SaveAsync(new Place(SomePlaces.Guild, new PlaceSettings { SecondPerson = asks }), Token));
    }

    [Fact]
    public async Task An_entry_of_a_role_is_changed_by_that_role_and_others_may_only_propose()
    {
        var (fees, sport) = (new Moderator("fay", "fees") { Places = [] }, new Moderator("sue", "sport") { Places = [] });
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?") with { OwnerRole = "sport" });

        Assert.Equal(FaqRefusal.NotTheirs, Refused(await Desk.PublishAsync(Gym, null, new FaqDraft { Answer = "No." }, fees, "", Token)));
        Assert.Equal(FaqRefusal.NotTheirs, Refused(await Desk.SaveDraftAsync(Gym, null, new FaqDraft { Answer = "No." }, fees, "", Token)));
        Assert.Equal(FaqRefusal.NotTheirs, Refused(await Desk.RetireAsync(Gym, null, fees, "", Token)));
        Assert.Equal(FaqRefusal.NotTheirs, Refused(await Desk.UndoAsync(Gym, null, null, fees, "", Token)));

        // Not even by making it theirs on the way.
        var proposed = Saved(await Desk.SendToReviewAsync(Gym, null, new FaqDraft { Answer = "Yes.", OwnerRole = "fees" }, fees, "", Token));
        Assert.Equal(("sport", "Yes."), (proposed.Content.OwnerRole, proposed.Content.Answer));
        Assert.Equal(FaqRefusal.NotTheirs, Refused(await Desk.ApproveAsync(Gym, null, fees, "", Token)));
        Assert.Equal(3, Saved(await Desk.ApproveAsync(Gym, null, sport, "", Token)).LiveRevision);
    }

    [Fact]
    public async Task What_is_saved_where_a_second_person_is_asked_for_waits_in_review()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));

        Assert.Equal(FaqStatus.Review, Saved(await Strict.AddOrProposeAsync(new FaqDraft { Title = "Pool?" }, Ada, "", Token)).Content.Status);
        Assert.Equal((FaqStatus.Review, 1), StatusOf(await Strict.EditOrProposeAsync(Gym, 1, new FaqDraft { Answer = "Yes." }, Ada, "", Token)));
        Assert.Equal(["gym@1"], await _bed.LiveAsync());
        Assert.Equal((FaqStatus.Live, 3), StatusOf(await Strict.ApproveAsync(Gym, 2, Ben, "", Token)));

        Assert.Equal(FaqStatus.Live, Saved(await Desk.AddOrProposeAsync(new FaqDraft { Title = "Sauna?" }, Ada, "", Token)).Content.Status);
        Assert.Equal((FaqStatus.Live, 4), StatusOf(await Desk.EditOrProposeAsync(Gym, 3, new FaqDraft { Answer = "No." }, Ada, "", Token)));
        Assert.IsType<FaqOutcome.Unchanged>(await Strict.EditOrProposeAsync(Gym, null, new FaqDraft { Answer = "No." }, Ada, "", Token));

        static (FaqStatus, int?) StatusOf(FaqOutcome outcome) => (Saved(outcome).Content.Status, Saved(outcome).LiveRevision);
    }

    [Fact]
    public async Task What_is_saved_over_another_role_s_entry_waits_in_review_and_takes_nothing_over()
    {
        var fees = new Moderator("fay", "fees") { Places = [] };
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?") with { OwnerRole = "sport" });

        var proposed = Saved(await Desk.EditOrProposeAsync(Gym, null, new FaqDraft { Answer = "Yes.", OwnerRole = "" }, fees, "", Token));

        Assert.Equal((FaqStatus.Review, 1, "sport"), (proposed.Content.Status, proposed.LiveRevision, proposed.Content.OwnerRole));
        Saved(await Desk.RetireAsync(Gym, null, Ada, "", Token));
        Assert.Equal(FaqRefusal.NotTheirs, Refused(await Desk.EditOrProposeAsync(Gym, null, new FaqDraft { Answer = "No." }, fees, "", Token)));
    }

    [Theory]
    [InlineData(false, FaqStatus.Draft, "No.")]
    [InlineData(true, FaqStatus.Live, "")]
    public async Task What_is_declined_goes_back_to_a_draft_or_to_what_answers_with_the_reason(bool toLive, FaqStatus status, string answer)
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));
        await Desk.SendToReviewAsync(Gym, null, new FaqDraft { Answer = "No." }, Ada, "", Token);

        Assert.Equal("Note", Assert.Single(Assert.IsType<FaqOutcome.Invalid>(await Desk.DeclineAsync(Gym, null, toLive, Ben, " ", Token)).Faults).Field);
        var declined = Saved(await Desk.DeclineAsync(Gym, null, toLive, Ben, "It opened in May.", Token));

        Assert.Equal((status, answer), (declined.Content.Status, declined.Content.Answer));
        Assert.NotNull(declined.LiveRevision);
        Assert.Equal("It opened in May.", (await _bed.Desk.HistoryAsync(Gym, Token))[0].Note);
        Assert.Equal(FaqRefusal.NotInReview, Refused(await Desk.DeclineAsync(Gym, null, toLive, Ben, "again", Token)));
    }

    [Fact]
    public async Task Whoever_sent_a_change_to_review_may_take_it_back()
    {
        var fees = new Moderator("fay", "fees") { Places = [] };
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?") with { OwnerRole = "sport" });
        await Desk.SendToReviewAsync(Gym, null, new FaqDraft { Answer = "No." }, fees, "", Token);

        Assert.Equal(FaqRefusal.NotTheirs, Refused(await Desk.DeclineAsync(Gym, null, true, new Moderator("x", "other"), "no", Token)));
        Saved(await Desk.DeclineAsync(Gym, null, true, fees, "wrong of me", Token));
    }

    [Fact]
    public async Task Of_two_who_decide_the_second_is_shown_what_stands()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));
        await Desk.SendToReviewAsync(Gym, 1, new FaqDraft { Answer = "Yes." }, Ada, "", Token);
        Saved(await Desk.ApproveAsync(Gym, 2, Ben, "", Token));

        Assert.Equal(3, Assert.IsType<FaqOutcome.Conflict>(await Desk.DeclineAsync(Gym, 2, false, Ada, "no", Token)).Current.Revision);
        Assert.IsType<FaqOutcome.Missing>(await Desk.ApproveAsync(new FaqId("none"), null, Ada, "", Token));
    }

    [Fact]
    public async Task One_step_back_says_again_what_an_earlier_revision_said_and_asks_nobody_for_what_once_was_live()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?") with { Answer = "One." });
        await Desk.PublishAsync(Gym, null, new FaqDraft { Answer = "Two." }, Ada, "", Token);
        await Desk.PublishAsync(Gym, null, new FaqDraft { Answer = "Three." }, Ada, "", Token);

        Assert.Equal("Two.", Saved(await Strict.UndoAsync(Gym, 3, null, Ada, "", Token)).Content.Answer);
        Assert.Equal("One.", Saved(await Strict.UndoAsync(Gym, 4, 1, Ada, "", Token)).Content.Answer);
        Assert.IsType<FaqOutcome.Unchanged>(await Desk.UndoAsync(Gym, null, 99, Ada, "", Token));
    }

    [Theory]
    [InlineData(FaqStatus.Live)]
    [InlineData(FaqStatus.Draft)]
    [InlineData(FaqStatus.Review)]
    public async Task What_was_retired_comes_back_as_it_was(FaqStatus status)
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?") with { Status = status });
        await Strict.RetireAsync(Gym, null, Ada, "", Token);

        var restored = Saved(await Strict.RestoreAsync(Gym, 2, Ada, "", Token));

        Assert.Equal((status, 3), (restored.Content.Status, restored.Revision));
        Assert.Equal(("restored", "ada"), (await _bed.Desk.HistoryAsync(Gym, Token))[0] is var latest ? (latest.Note, latest.Entry.UpdatedBy) : default);
        Assert.IsType<FaqOutcome.Unchanged>(await Strict.RestoreAsync(Gym, null, Ada, "", Token));
        Assert.IsType<FaqOutcome.Conflict>(await Strict.RestoreAsync(Gym, 1, Ada, "", Token));
        Assert.IsType<FaqOutcome.Missing>(await Strict.RestoreAsync(new FaqId("none"), null, Ada, "", Token));
    }

    [Fact]
    public async Task To_restore_is_the_owner_s_and_takes_no_change_live_that_nobody_else_saw()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?") with { OwnerRole = "sport" });
        var (sport, fees) = (new Moderator("sue", "sport"), new Moderator("fred", "fees"));
        await Desk.RetireAsync(Gym, null, sport, "", Token);
        Assert.Equal(FaqRefusal.NotTheirs, Refused(await Desk.RestoreAsync(Gym, null, fees, "", Token)));

        await _bed.Desk.EditAsync(Gym, null, content => content with { Answer = "Changed while it was retired." }, new FaqAuthor("sue"), Token);
        Assert.Equal(FaqRefusal.NeedsReview, Refused(await Strict.RestoreAsync(Gym, null, sport, "", Token)));
        Assert.Equal(FaqStatus.Retired, (await _bed.FindAsync("gym")).Content.Status);
        Assert.Equal(FaqStatus.Live, Saved(await Desk.RestoreAsync(Gym, null, sport, "", Token)).Content.Status);
    }

    [Fact]
    public async Task A_follow_up_that_leads_nowhere_or_to_itself_is_named_and_nothing_is_written()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));

        var invalid = Assert.IsType<FaqOutcome.Invalid>(await Desk.PublishAsync(Gym, null, new FaqDraft { FollowUps = ["Hours -> gym-hours", "gym"] }, Ada, "", Token));

        Assert.Equal(["FollowUps[0] leads to the entry 'gym-hours', which there is not", "FollowUps[1] leads to the entry itself"], invalid.Faults.Select(f => f.ToString()));
        Assert.Equal(1, (await _bed.FindAsync("gym")).Revision);
        Assert.Equal(
            ["FollowUps[0] names no entry: write 'label -> entry-id'", $"FollowUps has 7 items, at most {FaqContent.MaxFollowUps} are kept"],
            new[] { Faults(["no entry!"])[0], Faults([.. Enumerable.Range(0, 7).Select(i => $"e{i}")])[0] });

        string[] Faults(string[] lines) => [.. new FaqDraft { Title = "T", FollowUps = lines }.Over(null).Faults.Select(f => f.ToString())];
    }

    [Fact]
    public async Task Whatever_moderators_do_nobody_s_work_goes_live_unseen_where_a_second_person_is_asked_for()
    {
        // Random acts of two operators against the strict desk: what answers was always written by another than who made it live.
        for (var seed = 0; seed < 12; seed++)
        {
            await using var bed = await FaqBed.OpenAsync();
            var (desk, random) = (new FaqReviewDesk(bed.Desk, secondPerson: true), new Random(seed));
            await bed.AddAsync("gym", SomeFaq.Content("Gym?") with { Status = FaqStatus.Draft });
            for (var step = 0; step < 25; step++)
            {
                var who = random.Next(2) == 0 ? Ada : Ben;
                var text = $"{seed}-{step}";
                var outcome = random.Next(7) switch
                {
                    0 => await desk.SaveDraftAsync(Gym, null, new FaqDraft { Answer = Written() }, who, "", Token),
                    1 => await desk.SendToReviewAsync(Gym, null, random.Next(2) == 0 ? null : new FaqDraft { Answer = Written() }, who, "", Token),
                    2 => await desk.PublishAsync(Gym, null, random.Next(2) == 0 ? null : new FaqDraft { Answer = Written() }, who, "", Token),
                    3 => await desk.ApproveAsync(Gym, null, who, "", Token),
                    4 => await desk.DeclineAsync(Gym, null, random.Next(2) == 0, who, "no", Token),
                    5 => await desk.RestoreAsync(Gym, null, who, "", Token),
                    _ => await desk.RetireAsync(Gym, null, who, "", Token),
                };
                if (outcome is FaqOutcome.Saved { Entry: { Content.Status: FaqStatus.Live } live } && (await bed.Desk.HistoryAsync(Gym, Token)).Skip(1).All(r => r.Entry.Content != live.Content))
                {
                    var sent = (await bed.Desk.HistoryAsync(Gym, Token))[1].Entry;
                    Assert.True(sent.Content.Status == FaqStatus.Review && sent.UpdatedBy != live.UpdatedBy, $"seed {seed}, step {step}");
                }

                string Written() => text;
            }
        }
    }

    private static FaqEntry Saved(FaqOutcome outcome) => Assert.IsType<FaqOutcome.Saved>(outcome).Entry;

    private static FaqRefusal Refused(FaqOutcome outcome) => Assert.IsType<FaqOutcome.Refused>(outcome).Why;
}
