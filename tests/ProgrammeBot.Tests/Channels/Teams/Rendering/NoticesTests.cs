using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

public sealed class NoticesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);
    private static readonly Notices English = new(TeamsWording.English);

    [Fact]
    public void An_asker_is_told_in_a_chat_of_their_own() =>
        Approved.Is(English.Answered("May I *pay* in parts?", "Yes, see https://northfield.example/pay_now.", message: new Uri("https://teams.microsoft.com/l/message/19:a@thread.tacv2/1")), "answered-directly");

    [Fact]
    public void An_asker_is_told_by_a_mention_whose_text_is_that_of_its_entity() =>
        Approved.Is(English.Answered("May I pay in parts?", "Yes.", new Account("29:1", "<at>O'Hara</at> & [x](y)")), "answered-by-mention");

    [Fact]
    public void A_corrected_reply_keeps_the_citations_of_the_right_answer()
    {
        var right = new AnswerActivities(TeamsWording.English, _ => null).Of(Samples.Ielts(Samples.Guide()), default(AnswerId))[0];

        Approved.Is(English.Corrected(right, new Correction(At, "The *level* changed [1]"), "IELTS 6.5 [1]"), "corrected");
    }

    [Fact]
    public void A_withdrawn_reply_says_what_it_said() => Approved.Is(English.Withdrawn(new Correction(At, "") { Role = "the <b>office</b>" }, "IELTS 6.5 [1]"), "withdrawn");

    [Fact]
    public void A_personal_greeting_suggests_questions_and_help_tells_moderators_more()
    {
        var greeting = new Greetings(TeamsWording.English).Of(null, ["a", "b", "c", "d"]);

        Assert.Equal(["a", "b", "c"], greeting.SuggestedActions!.Actions.Select(a => a.Value));
        Assert.DoesNotContain("setup", new Greetings(TeamsWording.English).Help(isModerator: false).Text, StringComparison.Ordinal);
        Assert.Contains("`setup`", new Greetings(TeamsWording.English).Help(isModerator: true).Text, StringComparison.Ordinal);
    }
}
