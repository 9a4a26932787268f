using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Support;

/// <summary>A record of every kind, plain and hostile, in every state it can be in.</summary>
public static class FullStore
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public static async Task FillAsync(IStore store, int seed, CancellationToken token)
    {
        var random = new Random(seed);
        var ids = new UlidSource(TimeProvider.System, random.NextBytes);
        var text = new CitedText("guide", "text \ud800 學費 \0" + seed);
        var faq = new FaqId("fees");
        await using var unit = await store.WriteAsync(token);
        await unit.CitedTexts.KeepAsync(text, token);
        await unit.Faq.SaveAsync(SomeFaq.Edit("fees"), token);
        await unit.Faq.SaveAsync(new FaqEdit(faq, SomeFaq.Content("Two") with { Status = FaqStatus.Review, Citations = [SomeFaq.Citation(text.Cited)] }, 1, "ben", "a note"), token);
        await unit.Faq.SaveAsync(SomeFaq.Edit("old", status: FaqStatus.Retired), token);
        for (var i = 0; i < 20; i++)
        {
            await unit.Faq.SaveAsync(new FaqEdit(new FaqId($"any-{i}"), SomeFaq.Content(random), 0, "ada"), token);
        }

        await unit.FaqTuning.SetThresholdAsync(0.1 + 0.2, token);
        await unit.FaqTuning.SetOffsetAsync(faq, -0.01, token);
        var passage = SomePlaces.Passage(text.Cited);
        await unit.Negatives.AddAsync(Negative.Of(ids.NextNegative(), faq, "Who?", "ben", At), token);
        await unit.Negatives.AddAsync(Negative.Of(ids.NextNegative(), passage, "When?", "ben", At), token);
        var answer = ids.NextAnswer();
        await unit.Answers.AddAsync(new AnswerRecord(answer, At, ReplyKind.Answer) { Faq = new FaqRevisionId(faq, 1), Passages = [passage, passage], Scope = "msc-aml", Within = SomePlaces.Guild }, token);
        await unit.Answers.AddAsync(new AnswerRecord(ids.NextAnswer(), At, ReplyKind.Abstain), token);
        await unit.Feedback.SaveAsync(new Feedback(ids.NextFeedback(), answer, Vote.NotHelpful, At, FeedbackReason.OutOfDate, "since\nMay"), token);
        await unit.Feedback.SaveAsync(new Feedback(ids.NextFeedback(), answer, Vote.Helpful, At), token);
        await unit.Places.SaveAsync(new Place(SomePlaces.Channel, SomePlaces.Settings, SomePlaces.Guild) { Address = new ProtectedText("cipher") }, token);
        await unit.Places.SaveAsync(new Place(SomePlaces.Thread, PlaceSettings.None), token);
        await unit.ReplyReferences.SaveAsync(new ReplyReference(answer, SomePlaces.Channel, new ProtectedText("m"), SomePlaces.Hash("m"), At.AddYears(10)) { Asker = SomePlaces.Person("ada") }, token);
        await unit.ReplyReferences.SaveAsync(new ReplyReference(answer, SomePlaces.Channel, new ProtectedText("n"), SomePlaces.Hash("n"), At), token);
        await unit.Tickets.SaveAsync(new Ticket(ids.NextTicket(), SomePlaces.Channel, "When?", At) { About = answer, Scope = "s", Asker = SomePlaces.Person("ada"), ModeratorMessage = new ProtectedText("x") }, token);
        await unit.Tickets.SaveAsync(new Ticket(ids.NextTicket(), SomePlaces.Channel, "When?", At).AnsweredBy("ben", At, "Now.", faq).Closed(At), token);
        await unit.Outbox.AddAsync(new PendingReply(ids.NextPending(), SomePlaces.Channel, new ProtectedText("to"), "When?", At), token);
        var gap = new Gap(ids.NextGap(), "Is there a field trip?", At) { Scope = "s" };
        await unit.Gaps.SaveAsync(gap, token);
        await unit.Gaps.SaveAsync(new Gap(ids.NextGap(), "What is love?", At).DecidedBy("ben", At, GapState.NotOurs), token);
        await unit.Gaps.AddAsync(new GapQuestion(ids.NextGapQuestion(), gap.Id, "Any trip?", At, GapReason.NotHelpful) { Scope = "s", Within = SomePlaces.Guild, Answer = answer }, token);
        await unit.Suggestions.SaveAsync(new Suggestion(ids.NextSuggestion(), "Q?", "A.", At) { By = SomePlaces.Person("ada"), Within = SomePlaces.Guild, Scope = "s" }, token);
        await unit.Suggestions.SaveAsync(new Suggestion(ids.NextSuggestion(), "Q?", "A.", At).AcceptedBy("ben", At, faq), token);
        await unit.Suggestions.SaveAsync(new Suggestion(ids.NextSuggestion(), "Q?", "A.", At).DeclinedBy("ben", At, "No."), token);
        foreach (var (row, n) in SomeFaq.HostileWords.Select((row, n) => (row, n)))
        {
            await unit.Audit.AddAsync(new AuditRecord(ids.NextAudit(), row.Data, row.Data, row.Data, row.Data) { Within = SomePlaces.Guild }, token);
            await unit.Marks.SetAsync($"mark {n}", row.Data, token);
        }

        await unit.SignIns.AddAsync(new SignIn(ids.NextSignIn(), SomePlaces.Hash($"link {seed}"), "ada", "advisers", At.AddYears(10)) { Places = [SomePlaces.Guild, SomePlaces.OtherGuild] }, token);
        await unit.SignIns.AddAsync(new SignIn(ids.NextSignIn(), SomePlaces.Hash($"session {seed}"), "ben", "operator", At) { IsUsed = true }, token);
        await unit.CommitAsync(token);
    }
}
