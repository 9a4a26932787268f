using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Discord.Moderation;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

public sealed class ReplyWordsTests
{
    private static readonly Notices Notices = new(DiscordWording.English);
    private static readonly Correction Now = new(DateTimeOffset.UnixEpoch, "It moved.");

    [Fact]
    public void Question_and_answer_are_read_as_they_were_before_they_were_escaped()
    {
        const string Question = "Is *this* a_b [x] <@1> `c` 1. \\o/ ~~?";
        const string Answer = "- See https://a.example/x_y\n# **not** a heading";

        var read = Of($"> {DiscordText.EscapeLine(Question)}\n{Notices.Words(Answer, 1000)}");

        Assert.Equal((Question, Answer, true), (read.Question, read.Answer, read.ShowsQuestion));
    }

    [Fact]
    public void The_words_of_a_notice_are_no_answer_but_its_question_stays()
    {
        var corrected = Notices.Corrected(new OutgoingMessage { Content = "> Where?\nIn the cellar." }, Now, "Outside.");
        var withdrawn = Notices.Withdrawn(Now, "Outside.");

        Assert.Equal(new ReplyWords("Where?", "", true), Of(corrected.Content!));
        Assert.Equal(new ReplyWords(null, "", false), Of(withdrawn.Content!));
    }

    [Fact]
    public void An_answer_that_begins_in_bold_is_no_notice() => Assert.Equal("**Code:** ROB1001", Of("**Code:** ROB1001").Answer);

    [Fact]
    public void Without_a_shown_question_it_is_that_of_the_message_replied_to() =>
        Assert.Equal("Where?", ReplyWords.Of(new Message { Content = "Here.", ReferencedMessage = new Message { Content = "Where?" } }).Question);

    private static ReplyWords Of(string content) => ReplyWords.Of(new Message { Content = content });
}
