using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>The team, with moderators in a team of their own.</summary>
public abstract class ModeratedStory : TeamsStory
{
    private protected const string Unknown = "Where can I park my bicycle?";

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected FakeTeam Staff { get; private set; } = null!; // set when it starts

    private protected FakeConversation Desk { get; private set; } = null!; // set when it starts

    private protected FakeUser Mo { get; private set; } = null!; // set when it starts

    private protected FakeUser Ida { get; private set; } = null!; // set when it starts

    /// <summary>The bot is in both teams, and the moderators' channel is set.</summary>
    private protected async Task<BotInTeams> StartAsync(object? settings = null, Action<NorthfieldFolder>? furnish = null, params IEnumerable<KeyValuePair<string, string?>> host)
    {
        (Mo, Ida) = (Teams.Person("Mo Moderator"), Teams.Person("Ida Moderator"));
        Staff = Teams.Team("Staff", Mo, Ida);
        Desk = Staff.Channel("Desk");
        var bot = await BotInTeams.StartAsync(Teams, furnish, [new("Teams:Administrators", Olga.AadObjectId), .. host]);
        await InstallAsync();
        foreach (var activity in Teams.Make.Install(Olga, Staff.General))
        {
            await Teams.Inbound.DeliverAsync(activity);
        }

        await bot.SettledAsync();
        var choices = System.Text.Json.JsonSerializer.SerializeToNode(settings)?.AsObject() ?? [];
        choices["channel"] = Desk.Id;
        await SetsUpAsync(Olga, Cohort.General, choices);
        return bot;
    }

    /// <summary>Somebody asks what is not known, and brings it to the moderators.</summary>
    private protected async Task<(Answered Reply, FakeMessage Ticket)> BroughtAsync(FakeUser from, FakeConversation at, string question = Unknown)
    {
        var (reply, before) = (await AsksAsync(from, at, question), Desk.Messages.Count);
        Assert.Contains("with the moderators", WordsOf(await PressesAsync(from, reply.Buttons, "Ask a moderator")), StringComparison.Ordinal);
        return (reply, await Desk.SaidAsync(before + 1));
    }

    /// <summary>A moderator writes an answer into the ticket's dialog: what they are told.</summary>
    private protected async Task<Delivered> AnswersAsync(FakeUser by, FakeMessage ticket, string words, string button = "Answer") =>
        await PressesAsync(by, ticket, DialogOf(await PressesAsync(by, ticket, button)), "Send", new { answer = words });

    /// <summary>What moderators choose from.</summary>
    private protected async Task<FakeMessage> MenuAsync(FakeUser by)
    {
        var before = Desk.Messages.Count;
        await SaysAsync(by, Desk, "faq");
        return await Desk.SaidAsync(before + 1);
    }

    private protected async Task AddedAsync(FakeMessage menu, string title, string answer) =>
        await PressesAsync(Mo, menu, DialogOf(await PressesAsync(Mo, menu, "New entry")), "Save", new { title, answer, scope = "*" });

    /// <summary>The entry that is found by these words, with all that can be done with it.</summary>
    private protected async Task<JsonObject> ShownAsync(FakeUser by, FakeMessage menu, string words)
    {
        var found = CardOf(await PressesAsync(by, menu, "Find", new { find = words }));
        return CardOf(await ForgesAsync(by, menu, "faq-show", SubjectOf(found, "History")));
    }

    private protected async Task<Ticket> TicketAsync(BotInTeams bot, Answered reply)
    {
        Assert.True(TicketId.TryParse(SubjectOf(reply.Buttons.Card, "Ask a moderator"), out var id));
        return await bot.ReadAsync(unit => unit.Tickets.FindAsync(id, Token)) ?? throw new InvalidOperationException("There is no ticket.");
    }

    private protected Task<IReadOnlyList<Ticket>> OpenTicketsAsync(BotInTeams bot) => bot.ReadAsync(unit => unit.Tickets.ListOpenAsync(Whereabouts.TenantPlace(Teams.Tenant), Token));

    private protected static Task<IReadOnlyList<FaqEntry>> EntriesAsync(BotInTeams bot) => bot.ReadAsync(unit => unit.Faq.ListAsync(null, Token));
}
