using ProgrammeBot.Channels.Teams.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Channels.Teams.Asking;

public sealed class AddressingTests
{
    private const string Asks = "what is the pass mark of robotics?";
    private static readonly Account Bot = new("28:bot", "Programme Bot");

    [Theory]
    [InlineData("<at>Programme Bot</at> hello", "<at>Programme Bot</at>", "hello")]
    [InlineData("hello <AT>programme bot</AT>, how <at>Programme Bot</at>?", "<at>Programme Bot</at>", "hello  , how  ?")]
    [InlineData("<at>Bot</at> hello", null, "Bot hello")]
    [InlineData("<at>Programme Bot</at> hello", null, "hello")]
    [InlineData("<at>Programme Bot</at>&nbsp;hello\u00a0you", "<at>Programme Bot</at>", "hello you")]
    [InlineData("<at>Programme Bot</at> a &lt;b&gt; c", "<at>Programme Bot</at>", "a <b> c")]
    [InlineData("<at>Programme Bot</at>", "<at>Programme Bot</at>", "")]
    public void Our_own_mention_is_taken_out_wherever_it_stands(string text, string? literal, string words) =>
        Assert.Equal(words, Addressing.Words(Message(text, (Bot, literal))));

    [Fact]
    public void Others_are_left_by_their_bare_names()
    {
        var message = Message("<at>Programme Bot</at> is <at>Ada Asker</at> right, <at id=\"7\">Eve</at>?", (Bot, "<at>Programme Bot</at>"), (new Account("29:ada", "Ada Asker"), "<at>Ada Asker</at>"));

        Assert.Equal("is Ada Asker right, Eve?", Addressing.Words(message));
    }

    [Theory]
    [InlineData("<p>what <b>ielts</b><br>score&nbsp;is it?</p>", "what ielts\nscore is it?")]
    [InlineData("a < b and c > d", "a  d")]
    [InlineData("<<<<>>>>", "<<<>>>")]
    [InlineData("", "")]
    public void Markup_leaves_its_words(string markup, string words) => Assert.Equal(words, Addressing.WordsOfMarkup(markup));

    [Fact]
    public void However_long_and_odd_a_text_is_it_is_read_soon()
    {
        foreach (var piece in new[] { "<", "<at>", "<at", "</at>", "&", "<at><at>x</at>", "<br" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));
            Assert.True(Addressing.Words(Message(text, (Bot, "<at>Programme Bot</at>"))).Length <= text.Length);
            Assert.True(Addressing.WordsOfMarkup(text).Length <= text.Length);
        }
    }

    [Theory]
    [InlineData(ConversationTypes.Personal, AnsweringMode.Off, false, false, nameof(Addressed.Yes))]
    [InlineData(ConversationTypes.Channel, AnsweringMode.Off, true, false, nameof(Addressed.No))]
    [InlineData(ConversationTypes.Channel, AnsweringMode.WhenAsked, true, true, nameof(Addressed.Yes))]
    [InlineData(ConversationTypes.Channel, AnsweringMode.WhenAsked, false, false, nameof(Addressed.No))]
    [InlineData(ConversationTypes.Channel, AnsweringMode.EveryQuestion, false, false, nameof(Addressed.Unasked))]
    [InlineData(ConversationTypes.Channel, AnsweringMode.EveryQuestion, false, true, nameof(Addressed.No))]
    [InlineData(ConversationTypes.Channel, AnsweringMode.EveryQuestion, true, true, nameof(Addressed.Yes))]
    [InlineData(ConversationTypes.GroupChat, AnsweringMode.EveryQuestion, false, false, nameof(Addressed.Unasked))]
    [InlineData(ConversationTypes.GroupChat, AnsweringMode.WhenAsked, false, false, nameof(Addressed.No))]
    public void A_message_is_for_us_by_mention_in_our_own_chat_or_where_every_question_is(string kind, AnsweringMode mode, bool isMentioned, bool isReply, string how)
    {
        var message = (isMentioned ? Message($"<at>Programme Bot</at> {Asks}", (Bot, "<at>Programme Bot</at>")) : Message(Asks)) with { Id = "2" };

        Assert.Equal(how, Addressing.Of(message, Here(kind, mode, isReply ? "1" : "2")).ToString());
    }

    [Fact]
    public void A_tag_without_its_entity_is_no_mention_and_who_names_somebody_talks_to_them()
    {
        Assert.False(Addressing.MentionsUs(Message($"<at>Programme Bot</at> {Asks}")));
        var toAda = Message($"<at>Ada</at> {Asks}", (new Account("29:ada", "Ada"), "<at>Ada</at>")) with { Id = "2" };
        Assert.Equal(Addressed.No, Addressing.Of(toAda, Here(ConversationTypes.Channel, AnsweringMode.EveryQuestion, "2")));
    }

    private static Activity Message(string text, params (Account Who, string? Literal)[] mentions) => new()
    {
        Type = ActivityTypes.Message,
        Recipient = Bot,
        Text = text,
        Entities = [.. mentions.Select(m => new Entity("mention") { Text = m.Literal, Mentioned = m.Who })],
    };

    private static Here Here(string kind, AnsweringMode mode, string root)
    {
        var isChannel = kind == ConversationTypes.Channel;
        var address = new ConversationAddress("https://smba.example/", "t", isChannel ? $"19:c@thread.tacv2;messageid={root}" : "19:c", Bot.Id);
        return new Here(new Whereabouts(address, kind, isChannel ? "19:t" : null, isChannel ? "19:c@thread.tacv2" : null), new PlaceSettings { Answering = mode }, TeamsWording.For("en"));
    }
}
