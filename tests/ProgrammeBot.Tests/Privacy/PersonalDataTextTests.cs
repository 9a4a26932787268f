using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Privacy;

public sealed class PersonalDataTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_said_to_be_nothing() =>
        Assert.Equal("I hold nothing that points at you. Votes and statistics hold nobody's name and cannot be found by yours.", Of(new PersonalData("ada", Now)));

    [Fact]
    public void Each_kind_is_named_with_how_long_it_stays() => Assert.Equal(
        """
        **What I hold on you**

        In memory, for half a day at most, the programme you chose: [msc]

        In memory, for two hours at most, what you asked lately:
        - how long?
        - \*how\* much?

        Encrypted, so that you can be told of a correction: that replies were for you (1). The last of it is removed on 2026-03-31.

        Votes and statistics hold nobody's name and cannot be found by yours.
        """.ReplaceLineEndings("\n"),
        Of(new PersonalData("ada", Now)
        {
            Remembered = new RememberedOfPerson(["how long?", "*how*\nmuch?"], "msc"),
            Replies = [new HeldReply(default, SomePlaces.Guild, Now, Now.AddDays(30))],
        }));

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void However_much_it_is_it_fits_into_a_message(string language)
    {
        var ids = new UlidSource(new HandClock(), bytes => bytes.Clear());
        var text = Of(new PersonalData("ada", Now)
        {
            Remembered = new RememberedOfPerson([.. Enumerable.Range(0, 50).Select(i => new string('*', 900) + i)], new string('p', 100)),
            Replies = [.. Enumerable.Range(0, 1000).Select(_ => new HeldReply(default, SomePlaces.Guild, Now, Now))],
            Tickets = [.. Enumerable.Range(0, 50).Select(_ => new Ticket(ids.NextTicket(), SomePlaces.Guild, new string('_', 900), Now))],
            Suggestions = [.. Enumerable.Range(0, 50).Select(_ => new Suggestion(ids.NextSuggestion(), new string('`', 300), "x", Now))],
        }, language);

        Assert.InRange(text.Length, 500, DiscordLimits.Content);
        Assert.Contains(language == "en" ? "- and 45 more" : "- und 45 weitere", text, StringComparison.Ordinal);
    }

    private static string Of(PersonalData data, string language = "en") => PersonalDataText.Of(data, SharedWording.For(language), DiscordText.EscapeLine, scope => $"[{scope}]");
}
