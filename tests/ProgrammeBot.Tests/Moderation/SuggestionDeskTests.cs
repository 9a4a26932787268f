using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Gaps;

namespace ProgrammeBot.Tests.Moderation;

public sealed class SuggestionDeskTests : GapBed
{
    private readonly News _news = new();

    private SuggestionDesk Suggestions => field ??= new SuggestionDesk(Store, new GatedEdits(Faq, new FaqReviewDesk(Faq), null), [_news], Ids);

    [Fact]
    public async Task A_suggestion_becomes_an_entry_that_names_the_moderator_and_the_suggester_is_told_and_forgotten()
    {
        var made = await SuggestAsync("Where is the  gym?\u0000", "Behind the\r\nlibrary.");
        Assert.Equal(("Where is the gym?", "Behind the\nlibrary."), (made.Question, made.Answer));

        var done = Assert.IsType<SuggestionOutcome.Done>(await Suggestions.AcceptAsync(OfGuild, made.Id, null, Token));

        Assert.Equal((SuggestionState.Accepted, null, true), (done.Suggestion.State, done.Suggestion.By, done.IsTold));
        var revision = Assert.Single(await Faq.HistoryAsync(done.Suggestion.Faq!.Value, Token));
        Assert.Equal(("Behind the\nlibrary.", "Mo", "suggested by a member"), (revision.Entry.Content.Answer, revision.Entry.UpdatedBy, revision.Note));
        Assert.Equal(["Accepted"], _news.Told);
        Assert.IsType<SuggestionOutcome.Decided>(await Suggestions.DeclineAsync(OfGuild, made.Id, "", Token));
        Assert.Equal(["suggestion accepted"], (await ReadAsync(unit => unit.Audit.ListAsync(default, 9, Token))).Select(a => a.Action));
    }

    [Fact]
    public async Task A_better_answer_goes_into_the_entry_it_is_for_in_review_where_that_is_another_role_s()
    {
        var entry = Assert.IsType<FaqOutcome.Saved>(await Faq.AddAsync(new FaqDraft { Title = "Gym?", Answer = "Old.", OwnerRole = "sports" }, new FaqAuthor("eve"), null, Token)).Entry;
        var made = await SuggestAsync("Gym?", "New.", entry.Id);

        Assert.IsType<SuggestionOutcome.Done>(await Suggestions.AcceptAsync(OfGuild, made.Id, null, Token));
        var proposed = (await Faq.FindAsync(entry.Id, Token))!;
        Assert.Equal(("New.", FaqStatus.Review, 1), (proposed.Content.Answer, proposed.Content.Status, proposed.LiveRevision));

        var again = await SuggestAsync("Gym?", "Newer.", entry.Id);
        Assert.IsType<SuggestionOutcome.Done>(await Suggestions.AcceptAsync(Operator, again.Id, new FaqDraft { Answer = "Newer.", Status = FaqStatus.Live }, Token));
        Assert.Equal(("Newer.", 3), ((await Faq.FindAsync(entry.Id, Token))!.Content.Answer, (await Faq.FindAsync(entry.Id, Token))!.LiveRevision));
    }

    [Fact]
    public async Task One_is_declined_with_a_note_and_another_place_s_moderator_finds_none()
    {
        var made = await SuggestAsync("Gym?", "Yes.");
        var other = new Moderator("Eve", "staff") { Places = [OtherGuild] };

        Assert.Empty(await Suggestions.ListAsync(other, null, Token));
        Assert.IsType<SuggestionOutcome.Missing>(await Suggestions.AcceptAsync(other, made.Id, null, Token));
        Assert.IsType<SuggestionOutcome.Invalid>(await Suggestions.DeclineAsync(OfGuild, made.Id, new string('x', 600), Token));
        var done = Assert.IsType<SuggestionOutcome.Done>(await Suggestions.DeclineAsync(OfGuild, made.Id, "We have one.", Token));

        Assert.Equal((SuggestionState.Declined, "We have one."), (done.Suggestion.State, done.Suggestion.Note));
        Assert.Empty(await Faq.ListAsync(null, Token));
    }

    [Fact]
    public async Task What_cannot_be_kept_names_field_and_limit_and_one_person_has_five_waiting_at_most()
    {
        var invalid = Assert.IsType<SuggestionOutcome.Invalid>(await Suggestions.SuggestAsync(new NewSuggestion(" ", new string('x', FaqContent.MaxAnswerLength + 1)), Token));
        Assert.Equal([("Question", null), ("Answer", (int?)FaqContent.MaxAnswerLength)], invalid.Faults.Select(f => (f.Field, f.Limit)));
        Assert.IsType<SuggestionOutcome.NotWritten>(await Suggestions.SuggestAsync(New("Gym?", "Yes.") with { Entry = new FaqId("none") }, Token));

        for (var i = 0; i < SuggestionDesk.MostOpen; i++)
        {
            await SuggestAsync($"Gym {i}?", "Yes.");
        }

        Assert.Equal(new SuggestionOutcome.TooMany(5), await Suggestions.SuggestAsync(New("Gym?", "Yes."), Token));
        Assert.IsType<SuggestionOutcome.Done>(await Suggestions.SuggestAsync(New("Gym?", "Yes.", hash: 2), Token));
    }

    private static NewSuggestion New(string question, string answer, byte hash = 1) => new(question, answer)
    {
        Within = Guild,
        By = new PersonReference(new ProtectedText("x"), KeyedHash.Of([.. Enumerable.Repeat(hash, 32)])),
    };

    private async Task<Suggestion> SuggestAsync(string question, string answer, FaqId? entry = null) =>
        Assert.IsType<SuggestionOutcome.Done>(await Suggestions.SuggestAsync(New(question, answer) with { Entry = entry }, Token)).Suggestion;

    private sealed class News : ISuggestionNews
    {
        public List<string> Told { get; } = [];

        public string Platform => "discord";

        public ValueTask<bool> TellAsync(Suggestion suggestion, PersonReference by, CancellationToken cancellationToken)
        {
            Told.Add(suggestion.State.ToString());
            return ValueTask.FromResult(true);
        }
    }
}
