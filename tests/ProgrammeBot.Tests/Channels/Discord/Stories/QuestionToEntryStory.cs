using System.Net;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>From a student's question that nobody could answer, through the moderators' pages, to an entry that answers and a student who knows.</summary>
public sealed partial class QuestionToEntryStory : DiscordStory
{
    private const string Question = "Where can I park my bicycle?";
    private const string Answer = "In the cellar of the library, free of charge.";

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task What_a_student_asked_in_vain_becomes_an_entry_and_she_is_told(string store)
    {
        // A server with moderators, and the bot in it.
        var (role, channel) = (Guild.Role("Moderators", Right.ManageMessages), Guild.TextChannel("moderators"));
        await using var host = await ModeratedHost.StartAsync(settings: await SettingsAsync(store));
        await Discord.Gateway.ReadyAsync(1);
        await Guild.Owner.UsesAsync("setup moderators", new { role = role.Id, channel = channel.Id }, General);
        Discord.Violations.Take(); // what is set is shown by its mention, to the administrator alone

        // Ada asks, is not helped, and asks a moderator.
        var refused = await Ada.UsesAsync("ask", new { question = Question }, General);
        Assert.Contains("My documents do not say.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("with the moderators", (await Ada.PressesAsync(refused, "Ask a moderator")).Text, StringComparison.Ordinal);

        // A moderator of this server sees it on the pages; one of another does not.
        using var mo = await host.SignInAsync("Mo Field", "staff", $"discord:{Guild.Id}");
        using var stranger = await host.SignInAsync("Eve", "staff", "discord:1");
        var ticket = TicketIn().Match(await mo.PageAsync("/moderate/tickets")).Value;
        Assert.Contains(Question, await mo.PageAsync(ticket), StringComparison.Ordinal);
        Assert.DoesNotContain(Question, await stranger.PageAsync("/moderate/tickets"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(ticket)).Status);

        // The question is a gap as well, without her.
        var gap = GapIn().Match(await mo.PageAsync("/moderate/gaps")).Value;
        Assert.Contains("park my bicycle", await mo.PageAsync(gap), StringComparison.Ordinal);
        Assert.DoesNotContain(Ada.Id, await mo.PageAsync(gap), StringComparison.Ordinal);

        // They answer it and make an entry of it, in one go.
        var answered = await mo.SendAsync(ticket, ("answer", Answer), ("do", "add"));
        Assert.EndsWith("/edit?done=answered", answered.Location, StringComparison.Ordinal);
        var entry = answered.Location!.Split('?')[0];

        // Ada is told, and not by whom; the earlier reply says so too.
        var told = Assert.Single(Ada.DirectMessages.Messages);
        Assert.Contains("In the cellar of the library", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mo Field", told.Body.ToJsonString(), StringComparison.Ordinal);

        // Published, it answers whoever asks next, at once.
        Assert.DoesNotContain("In the cellar", (await Guild.Owner.UsesAsync("ask", new { question = Question }, General)).Text, StringComparison.Ordinal);
        var tried = await mo.SendAsync(entry, ("title", Question), ("answer", Answer), ("basedon", "1"), ("do", "publish"));
        Assert.Contains("In the cellar", tried.Html, StringComparison.Ordinal); // the gate shows what it would change: it was just asked
        var published = await mo.SendAsync(entry, ("title", Question), ("answer", Answer), ("basedon", "1"), ("tried", "seen"), ("do", "publish"));
        Assert.Equal(HttpStatusCode.SeeOther, published.Status);
        Assert.Contains("In the cellar", (await Guild.Owner.UsesAsync("ask", new { question = Question }, General)).Text, StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, string?>> SettingsAsync(string store)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Discord:Token"] = Discord.Token,
            ["Discord:ApiBase"] = Discord.ApiUrl.ToString(),
            ["Discord:MessageContent"] = "off",
            ["Gaps:SmallestGroup"] = "1",
        };
        if (store == "PostgreSQL")
        {
            settings["Store:Postgres"] = await PostgresDatabases.TakeAsync();
        }

        return settings;
    }

    [GeneratedRegex("/moderate/tickets/[0-9A-Z]{26}")]
    private static partial Regex TicketIn();

    [GeneratedRegex("/moderate/gaps/[0-9A-Z]{26}")]
    private static partial Regex GapIn();
}
