using ProgrammeBot.Answering;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Stores;

/// <summary>What is kept of questions, replies and persons is valid from birth.</summary>
public sealed class TicketTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static Ticket Open => new(new TicketId(SomePlaces.Id(1)), SomePlaces.Channel, "When?", At) { Asker = SomePlaces.Person("ada") };

    [Fact]
    public void A_closed_ticket_has_no_asker()
    {
        Assert.NotNull(Open.AnsweredBy("ben", At, "Soon.").Asker);
        Assert.Null(Open.Closed(At).Asker);
        Assert.Null((Open.Closed(At) with { Asker = SomePlaces.Person("ada") }).Asker);
    }

    [Fact]
    public void A_ticket_that_is_given_back_is_open_again() =>
        Assert.Equal(TicketState.Open, Open.TakenBy("ben", At).GivenBack().State);

    [Fact]
    public void What_is_over_a_limit_or_names_nothing_is_refused()
    {
        Refused(() => new Ticket(default, SomePlaces.Channel, "When?", At));
        Refused(() => new Ticket(new TicketId(SomePlaces.Id(1)), default, "When?", At));
        Refused(() => new Ticket(new TicketId(SomePlaces.Id(1)), SomePlaces.Channel, " ", At));
        Refused(() => new Ticket(new TicketId(SomePlaces.Id(1)), SomePlaces.Channel, new string('x', 4001), At));
        Refused(() => Open with { Reply = "nul\0" });
        Refused(() => Open with { Answer = "" });
        Refused(() => Open with { Faq = default(FaqId) });
        Refused(() => Open with { ModeratorMessage = default(ProtectedText) });
        Refused(() => Open.TakenBy(" ", At));
        Refused(() => new PendingReply(new PendingReplyId(SomePlaces.Id(1)), SomePlaces.Channel, default, "When?", At));
        Refused(() => new PersonReference(new ProtectedText("x"), default));
        Refused(() => new ProtectedText(new string('x', ProtectedText.MaxLength + 1)));
        Refused(() => new ProtectedText(" "));
        Refused(() => new ReplyReference(new AnswerId(SomePlaces.Id(1)), SomePlaces.Channel, new ProtectedText("x"), default, At));
        Refused(() => new AnswerRecord(default, At, ReplyKind.Answer));
        Refused(() => new AnswerRecord(new AnswerId(SomePlaces.Id(1)), At, ReplyKind.Answer) { Faq = new FaqRevisionId(new FaqId("x"), 0) });
        Refused(() => new AnswerRecord(new AnswerId(SomePlaces.Id(1)), At, ReplyKind.Answer) { Passages = [.. Enumerable.Repeat(SomePlaces.Passage(new CitedText("d", "t").Cited), 17)] });
        Refused(() => KeyedHash.Of(new byte[31]));

        static void Refused(Func<object> make) => Assert.ThrowsAny<ArgumentException>(make);
    }

    [Fact]
    public void A_protected_text_is_not_printed() =>
        Assert.DoesNotContain("secret", $"{new PersonReference(new ProtectedText("secret"), SomePlaces.Hash("ada"))}", StringComparison.Ordinal);

    [Fact]
    public void The_record_of_a_reply_names_kind_entry_and_passages_and_no_words()
    {
        var id = new AnswerId(SomePlaces.Id(1));

        Assert.Equal(new AnswerRecord(id, At, ReplyKind.SmallTalk), AnswerRecord.Of(id, At, new SmallTalk("Hello."), null));
        Assert.Equal(
            new AnswerRecord(id, At, ReplyKind.Abstain) { Faq = new FaqRevisionId(new FaqId("fees"), 2), Scope = "msc-aml" },
            AnswerRecord.Of(id, At, new Abstain("Not held.") { Faq = "fees" }, "msc-aml", revision: 2));
        Assert.Null(AnswerRecord.Of(id, At, new Abstain("Not held.") { Faq = "guide#derived" }, null, revision: 1).Faq);
    }
}
