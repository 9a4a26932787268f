using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

public sealed class NoticesTests
{
    private static readonly Notices English = new(DiscordWording.English);
    private static readonly AnswerId Id = Ulid.TryParse("01JCZX5E0GQ8Z4T0M9V7R3K2AB", out var ulid) ? new AnswerId(ulid) : default;
    private static readonly DateTimeOffset At = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    private static readonly Uri Place = new("https://discord.com/channels/1/2/3");

    [Fact]
    public void A_corrected_reply_says_what_changed_when_and_by_which_role()
    {
        var right = new ReplyRendering(DiscordWording.English, _ => null).Of(Samples.Ielts(Samples.Guide()), Id);

        Approved.Is(English.Corrected(right, new Correction(At, "The requirement rose from 6.5 to **7.0**."), "IELTS 6.5 overall. [1]"), "corrected");
    }

    [Fact]
    public void A_withdrawn_reply_keeps_its_words_as_what_it_said_and_loses_its_buttons() =>
        Approved.Is(English.Withdrawn(new Correction(At, "The office has not decided yet.") { Role = "Admissions @here" }, "The fee is £38,000. [1]"), "withdrawn");

    [Fact]
    public void An_asker_is_told_directly() =>
        Approved.Is(English.Answered("Is there a *deposit*?", "Yes, see https://northfield.example/deposit. @everyone pays it.", Place), "answered-directly");

    [Fact]
    public void An_asker_is_named_and_pinged_where_it_cannot_be_said_directly() =>
        Approved.Is(new Notices(DiscordWording.For("de")).Answered("Gibt es eine Anzahlung? <@99>", "Ja.", null, new Snowflake(42)), "answered-by-mention");

    [Fact]
    public void A_ticket_brings_the_question_and_the_reply_given() => Approved.Is(new TicketMessages(DiscordWording.English).Open(SomeTicket(), new Snowflake(7)), "ticket");

    [Fact]
    public void A_ticket_shows_how_it_ended() =>
        Approved.Is(new TicketMessages(DiscordWording.English).Ended(SomeTicket(), new TicketEnd(At, new Snowflake(42), "Yes, 500 pounds.")), "ticket-answered");

    [Fact]
    public void Whatever_people_write_every_limit_is_kept_and_nobody_is_pinged_by_it()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var ticket = new TicketCard("01JCZX5E0GQ8Z4T0M9V7R3K2AB", Words(random)) { Reply = Words(random), Programme = Words(random), Channel = new Snowflake(3), Message = Place };
            var correction = new Correction(At, Words(random)) { Role = Words(random) };
            var right = new OutgoingMessage { Content = Notices.Words(Words(random), 2000) };
            OutgoingMessage[] messages =
            [
                English.Corrected(right, correction, Words(random)),
                English.Withdrawn(correction, Words(random)),
                English.Answered(Words(random), Words(random), Place, new Snowflake(42), Words(random)),
                new TicketMessages(DiscordWording.English).Open(ticket),
                new TicketMessages(DiscordWording.English).Ended(ticket, new TicketEnd(At, new Snowflake(42), Words(random))),
            ];
            foreach (var message in messages)
            {
                Assert.True(DiscordFaults.In(message) is { Count: 0 }, $"Seed {seed}: {string.Join("; ", DiscordFaults.In(message))}");
                var found = new[] { message.Content }.Concat((message.Embeds ?? []).Select(e => e.Description)).OfType<string>().SelectMany(t => MarkdownReader.Of(t).Found).ToList();
                Assert.True(found.TrueForAll(f => f == "mention: <@42>" || !f.StartsWith("mention", StringComparison.Ordinal)), $"Seed {seed}: {string.Join("; ", found)}");
                Assert.True(found.TrueForAll(f => f.Split(':')[0] is not ("everyone" or "masked link" or "link" or "header" or "list" or "spoiler" or "code" or "custom emoji")), $"Seed {seed}: {string.Join("; ", found)}");
            }
        }
    }

    private static TicketCard SomeTicket() => new("01JCZX5E0GQ8Z4T0M9V7R3K2AC", "Is there a **deposit**? @everyone")
    {
        Reply = "My documents do not say.",
        Channel = new Snowflake(555),
        Message = Place,
        Programme = "MSc Robotics",
    };

    private static string Words(Random random) => random.Next(8) == 0 ? "" : string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => HostileTexts.Of(random, unseen: true)));
}
