using Microsoft.Extensions.Logging;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Asking;
using ProgrammeBot.Channels.Discord.Moderation;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Discord.Work;
using ProgrammeBot.Conversations;
using ProgrammeBot.Moderation;
using ProgrammeBot.Privacy;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Discord;

/// <summary>The bot in Discord: takes what a client hands over, and answers through it.</summary>
public sealed class DiscordChannel : IDiscordEvents, IAsyncDisposable
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(30);

    /// <summary>An hour of rounds: what expires does so to the day.</summary>

    private readonly DiscordServices _services;
    private readonly ChannelWork _work;
    private readonly GuildDirectory _directory = new();
    private readonly ReplyLedger _ledger;
    private readonly DiscordPlaces _places;
    private readonly Questions _questions;
    private readonly MessageQuestions _messages;
    private readonly InteractionRouter _router;
    private readonly RecentItems<Snowflake, bool> _interactions = new(20_000);
    private Box? _self;

    /// <param name="services">What it works with.</param>
    /// <param name="options">How it behaves.</param>
    public DiscordChannel(DiscordServices services, DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        _services = services = services with { Self = () => Self };
        _work = new ChannelWork(options.Workers, services.Log);
        _ledger = new ReplyLedger(services.Store, services.Protection, services.KeepCited, services.Keeps, services.Time) { Gaps = services.Gaps };
        _places = new DiscordPlaces(services.Store, _ledger, _directory, services.Wording, services.Time);
        var troubles = new PermissionTroubles(services, _directory);
        var choices = new PersonalChoices(services.Time);
        var given = new GivenReplies(services.Store, services.Quote, services.Time) { Recent = services.Recent };
        var asker = new Asker(services.Answerer, services.Scopes, services.Faq, services.Ids, choices, given, services.Time) { Within = DiscordPlaces.WithinOf };
        var votes = new Votes(services.Store, services.Ids, services.Time) { Gaps = services.Gaps, Given = given.Find };
        services.Memories.Add(asker);
        services.Memories.Add(votes);
        var pending = new PendingQuestions(DiscordPlaces.Platform, services.Store, services.Protection, services.Ids, services.Time);
        var delivery = new Delivery(services, pending, _ledger, troubles);
        var slow = new SlowMode(options.QuestionsPerWindow, options.SlowModeWindow, services.Time);
        var tags = new ForumTags(services, _directory, troubles);
        _questions = new Questions(services, options, _places, asker, pending, delivery);
        var moderation = ModeratorTools.Of(services, _places, given, troubles);
        TicketNews = moderation.TicketNews;
        TicketAnswers = moderation.TicketAnswers;
        SuggestionNews = moderation.SuggestionNews;
        _messages = new MessageQuestions(services, _places, _questions, slow, tags, moderation.Teaching);
        Corrector = new ReplyCorrector(services, moderation.Corrections);
        News = new NewsBoard(services, _places);
        _router = new InteractionRouter(services, _places,
        [
            new AskCommands(services, _places, _questions, slow, new AskSuggestions(services)),
            new ReplyButtons(services, _places, _questions, given, votes, delivery, slow, tags),
            new PersonCommands(services, _places, choices, new PrivacyDesk(services.Store, services.Protection, services.Memories, services.Time)),
            new SetupCommands(services, options, _places, _directory),
            .. moderation.Handlers,
        ]);
    }

    /// <summary>Tells of questions that nobody takes.</summary>
    public ITicketNews TicketNews { get; }

    /// <summary>Takes moderators' answers to who asked here.</summary>
    public ITicketAnswers TicketAnswers { get; }

    /// <summary>Tells members what became of what they suggested here.</summary>
    public ISuggestionNews SuggestionNews { get; }

    /// <summary>Puts right what was said here.</summary>
    public IReplyCorrector Corrector { get; }

    /// <summary>Tells the moderators here.</summary>
    public IModeratorNews News { get; }

    /// <summary>How many guilds we are in, as far as was told.</summary>
    public int Guilds => _directory.Guilds;

    /// <summary>How much is being worked on.</summary>
    public int Pending => _work.Count;

    private Snowflake Self => Volatile.Read(ref _self)?.Id ?? default;

    /// <summary>Answers what an earlier run left unanswered, and goes on looking after what could not be delivered, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BetweenRounds, _services.Time);
        var isFirst = true;
        try
        {
            do
            {
                var all = isFirst;
                isFirst = false;
                _work.Start("Catching up", token => _questions.CatchUpAsync(all, token));
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    /// <summary>Waits until everything that was begun is done.</summary>
    public Task DrainAsync() => _work.DrainAsync();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    public void Ready(User self, Snowflake application)
    {
        ArgumentNullException.ThrowIfNull(self);
        Volatile.Write(ref _self, new Box(self.Id));
    }

    public void InteractionCreated(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        if (_interactions.TryAdd(interaction.Id, true))
        {
            _work.Start("An interaction", token => _router.HandleAsync(interaction, token), urgent: true);
        }
    }

    public void MessageCreated(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Author is { IsBot: false } && !Self.IsNone)
        {
            _work.Start("A message", token => _messages.HandleAsync(message, Self, token));
        }
    }

    public void MessageUpdated(Message message)
    {
        // What was answered stays answered: whoever edits a question asks again.
    }

    public void MessagesDeleted(Snowflake channel, IReadOnlyList<Snowflake> messages) =>
        _work.Start("Deleted messages", token => _ledger.DeletedAsync(messages.Select(m => DiscordPlaces.MessageName(channel, m)), token));

    public void GuildAvailable(Guild guild)
    {
        ArgumentNullException.ThrowIfNull(guild);
        if (guild.Unavailable != true)
        {
            _directory.Put(guild);
        }
    }

    public void GuildsOfShard(int shard, int shards, IReadOnlyList<Snowflake> guilds)
    {
        ArgumentNullException.ThrowIfNull(guilds);
        var ours = guilds.ToHashSet();
        _work.Start("Guilds left meanwhile", async token =>
        {
            foreach (var gone in (await _places.GuildsKnownAsync(token)).Where(g => (int)((g.Value >> 22) % (ulong)shards) == shard && !ours.Contains(g)))
            {
                GuildLeft(gone);
            }
        });
    }

    public void GuildLeft(Snowflake guild)
    {
        _directory.RemoveGuild(guild);
        _work.Start("A guild that was left", async token =>
        {
            await _places.ForgetAsync(guild, DiscordPlaces.GuildPlace(guild), token);
            _services.Log.LogInformation("Left guild {Guild}: what was kept for it is removed.", guild);
        });
    }

    public void ChannelChanged(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        _directory.Put(channel);
    }

    public void ChannelDeleted(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (channel.GuildId is { } guild)
        {
            var place = _places.PlaceOf(guild, channel.Id);
            _directory.Remove(channel.Id);
            _work.Start("A deleted channel", token => _places.ForgetAsync(guild, place, token));
        }
    }

    private sealed record Box(Snowflake Id);
}
