using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_suggestion_comes_back_open_accepted_and_declined()
    {
        var open = SomeSuggestion(1) with { Within = SomePlaces.Guild, Scope = "msc-aml", Faq = new FaqId("fees"), By = SomePlaces.Person("ada") };
        var saved = await Step(open);
        Assert.NotNull(saved.By);
        saved = await Step(saved.AcceptedBy("ben", _clock.GetUtcNow(), new FaqId("deadline")));
        Assert.Equal((SuggestionState.Accepted, null, 2), (saved.State, saved.By, saved.Revision));

        var declined = await Step((await Step(SomeSuggestion(2) with { By = SomePlaces.Person("ada") })).DeclinedBy("cyd", _clock.GetUtcNow(), "It is\nin [1]."));
        Assert.Equal((SuggestionState.Declined, "It is\nin [1].", null), (declined.State, declined.Note, declined.Faq));

        async Task<Suggestion> Step(Suggestion next)
        {
            var stands = Assert.IsType<SuggestionSave.Saved>(await SaveAsync(next)).Suggestion;
            Assert.Equal(next with { Revision = next.Revision + 1 }, stands);
            await using var unit = await _store.ReadAsync(Token);
            Assert.Equal(stands, await unit.Suggestions.FindAsync(next.Id, Token));
            return stands;
        }
    }

    [Fact]
    public async Task Of_two_moderators_deciding_one_suggestion_the_second_is_told_who_was_first()
    {
        var open = Assert.IsType<SuggestionSave.Saved>(await SaveAsync(SomeSuggestion(1))).Suggestion;
        var first = Assert.IsType<SuggestionSave.Saved>(await SaveAsync(open.DeclinedBy("ben", _clock.GetUtcNow(), ""))).Suggestion;

        Assert.Equal(new SuggestionSave.Conflict(first), await SaveAsync(open.AcceptedBy("cyd", _clock.GetUtcNow(), new FaqId("fees"))));
        Assert.IsType<SuggestionSave.Missing>(await SaveAsync(SomeSuggestion(2) with { Revision = 3 }));
        await using var unit = await _store.ReadAsync(Token);
        Assert.Null(await unit.Suggestions.FindAsync(new SuggestionId(SomePlaces.Id(2)), Token));
    }

    [Fact]
    public async Task Suggestions_come_the_oldest_first_all_or_of_one_state_and_the_decided_are_forgotten_in_time()
    {
        var at = _clock.GetUtcNow();
        await SaveAsync(SomeSuggestion(3));
        await SaveAsync(SomeSuggestion(2).DeclinedBy("ben", at, ""));
        await SaveAsync(SomeSuggestion(1).DeclinedBy("ben", at.AddDays(1), ""));

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal([1, 2, 3], (await unit.Suggestions.ListAsync(null, Token)).Select(s => Number(s.Id.Value)));
        Assert.Equal([1, 2], (await unit.Suggestions.ListAsync(SuggestionState.Declined, Token)).Select(s => Number(s.Id.Value)));
        Assert.Empty(await unit.Suggestions.ListAsync(SuggestionState.Accepted, Token));
        Assert.Equal(1, await unit.Suggestions.RemoveDecidedBeforeAsync(at.AddDays(1), Token));
        Assert.Equal([1, 3], (await unit.Suggestions.ListAsync(null, Token)).Select(s => Number(s.Id.Value)));
    }

    [Fact]
    public async Task Forget_me_takes_a_person_out_of_what_they_suggested_and_leaves_that()
    {
        await SaveAsync(SomeSuggestion(2) with { By = SomePlaces.Person("ada") });
        await SaveAsync(SomeSuggestion(1) with { By = SomePlaces.Person("ada") });
        await SaveAsync(SomeSuggestion(3) with { By = SomePlaces.Person("ben") });

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal([1, 2], (await unit.Suggestions.OfAsync(SomePlaces.Hash("ada"), Token)).Select(s => Number(s.Id.Value)));
        Assert.Equal(2, await unit.Suggestions.ForgetPersonAsync(SomePlaces.Hash("ada"), Token));
        Assert.Equal(0, await unit.Suggestions.ForgetPersonAsync(SomePlaces.Hash("ada"), Token));
        Assert.Empty(await unit.Suggestions.OfAsync(SomePlaces.Hash("ada"), Token));
        Assert.Single(await unit.Suggestions.OfAsync(SomePlaces.Hash("ben"), Token));
        var left = await unit.Suggestions.FindAsync(new SuggestionId(SomePlaces.Id(1)), Token);
        Assert.Equal((null, 2), (left!.By, left.Revision));
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_words_a_suggestion_holds_come_back_unchanged(string words)
    {
        var suggestion = new Suggestion(new SuggestionId(SomePlaces.Id(1)), words, words + "\n\t" + words, _clock.GetUtcNow()) { Scope = words, Within = PlaceId.Of("web", words) };
        await SaveAsync(suggestion.DeclinedBy(words, _clock.GetUtcNow(), words));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([suggestion.DeclinedBy(words, _clock.GetUtcNow(), words) with { Revision = 1 }], await unit.Suggestions.ListAsync(null, Token));
    }

    private Suggestion SomeSuggestion(int id) => new(new SuggestionId(SomePlaces.Id(id)), "Is there a field trip?", "Yes, in **May**.", _clock.GetUtcNow());

    private async Task<SuggestionSave> SaveAsync(Suggestion suggestion)
    {
        await using var unit = await _store.WriteAsync(Token);
        var saved = await unit.Suggestions.SaveAsync(suggestion, Token);
        await unit.CommitAsync(Token);
        return saved;
    }
}
