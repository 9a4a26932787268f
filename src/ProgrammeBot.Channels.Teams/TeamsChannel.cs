using Microsoft.Extensions.Logging;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Asking;
using ProgrammeBot.Channels.Teams.Moderation;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Teams.Work;
using ProgrammeBot.Conversations;
using ProgrammeBot.Moderation;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Teams;

/// <summary>The bot in Teams: takes what a client hands over, and answers through it.</summary>
public sealed class TeamsChannel : ITeamsReceiver, IAsyncDisposable
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(30);

    /// <summary>An hour of rounds: what expires does so to the day.</summary>

    private readonly TeamsServices _services;
    private readonly ConversationQueues _queues;
    private readonly ReplyLedger _ledger;
    private readonly GivenReplies _given;
    private readonly Questions _questions;
    private readonly MessageQuestions _messages;
    private readonly PressRouter _presses;
    private readonly Extension _extension;
    private readonly FeedbackInvokes _feedback;
    private readonly Installations _installations;

    /// <summary>What came lately: what is not acknowledged in time is delivered again, with the same id.</summary>
    private readonly RecentItems<(string Conversation, string Activity), bool> _received = new(20_000);

    /// <param name="services">What it works with.</param>
    /// <param name="options">How it behaves.</param>
    public TeamsChannel(TeamsServices services, TeamsOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        _services = services;
        _queues = new ConversationQueues(options.MostWaiting, options.Workers, options.Drain, services.Time, services.Log);
        _ledger = new ReplyLedger(services.Store, services.Protection, services.KeepCited, services.Keeps, services.Time) { Gaps = services.Gaps };
        _given = new GivenReplies(services.Store, services.Quote, services.Time) { Recent = services.Recent };
        var places = new TeamsPlaces(new PlaceBook(services.Store, services.Time), services.Protection, services.Wording);
        var roles = new Roles(services, options);
        var choices = new PersonalChoices(services.Time);
        var asker = new Asker(services.Answerer, services.Scopes, services.Faq, services.Ids, choices, _given, services.Time) { Within = Whereabouts.WithinOf };
        var pending = new PendingQuestions(Whereabouts.Platform, services.Store, services.Protection, services.Ids, services.Time);
        var unfinished = new Unfinished(services.Time);
        var votes = new Votes(services.Store, services.Ids, services.Time) { Gaps = services.Gaps, Given = _given.Find };
        services.Memories.Add(asker);
        services.Memories.Add(votes);
        var privacy = new PrivacyDesk(services.Store, services.Protection, services.Memories, services.Time);
        var slow = new SlowMode(options.QuestionsPerWindow, options.SlowModeWindow, services.Time);
        var desks = new ModeratorDesks(services, places);
        var delivery = new Delivery(services, options, pending, unfinished, _ledger, desks);
        _questions = new Questions(services, options, places, asker, pending, _queues, unfinished, delivery);
        var setup = new SetupPresses(services, places, roles);
        var moderation = ModeratorTools.Of(services, places, roles, _given, desks);
        TicketNews = moderation.TicketNews;
        TicketAnswers = moderation.TicketAnswers;
        SuggestionNews = moderation.SuggestionNews;
        Corrector = new ReplyCorrector(services, places, _given);
        News = new NewsBoard(services, places);
        _presses = new PressRouter(services, options, places, _queues,
        [
            new ReplyPresses(services, places, _questions, _given, votes, delivery, slow),
            setup,
            .. moderation.Handlers,
        ]);
        _messages = new MessageQuestions(services, places, _questions, _queues, slow, new TextCommands(services, roles, choices, privacy, setup, moderation), setup, _presses);
        _extension = new Extension(services, places, asker, slow);
        _feedback = new FeedbackInvokes(services, places, _given, votes, delivery);
        _installations = new Installations(services, places, _ledger);
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

    /// <summary>How much waits or is worked on.</summary>
    public int Pending => _queues.Count;

    /// <summary>Answers what an earlier run left unanswered, and goes on looking after what could not be delivered, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BetweenRounds, _services.Time);
        var round = 0;
        try
        {
            do
            {
                await RoundAsync(round++, cancellationToken);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    /// <summary>Waits until everything that was begun is done.</summary>
    public Task DrainAsync() => _queues.DrainAsync();

    public ValueTask DisposeAsync() => _queues.DisposeAsync();

    public async Task<Reception> ReceiveAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (Whereabouts.Of(activity) is not { } at)
        {
            // Whoever cannot be answered is not asked what they want.
            return activity.Type == ActivityTypes.Invoke ? Reception.Unknown : Reception.Ok;
        }

        if (activity.Type == ActivityTypes.Invoke)
        {
            return await InvokedAsync(activity, at, cancellationToken);
        }

        if (activity.Id is { Length: > 0 } id && !_received.TryAdd((at.Address.Conversation, $"{activity.Type} {id}"), true))
        {
            return Reception.Accepted;
        }

        Reception reception;
        try
        {
            reception = activity.Type switch
            {
                ActivityTypes.Message => await _messages.TakeAsync(activity, at, cancellationToken),
                ActivityTypes.InstallationUpdate => Later(at, "An installation", token => _installations.InstalledAsync(activity, at, token)),
                ActivityTypes.ConversationUpdate => Later(at, "A change of a conversation", token => _installations.ChangedAsync(activity, at, token)),
                ActivityTypes.MessageDelete when activity.Id is { Length: > 0 } deleted => Later(at, "A deleted message", token => _ledger.DeletedAsync([Whereabouts.MessageName(at.Address.Conversation, deleted)], token)),
                _ => Reception.Ok,
            };
        }
        catch
        {
            Forget(activity, at);
            throw;
        }

        if (reception.Status == Reception.Busy.Status)
        {
            // Nothing was taken: delivered again, it is to be.
            Forget(activity, at);
        }

        return reception;
    }

    private Task<Reception> InvokedAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken) => activity.Name switch
    {
        InvokeNames.CardAction => _presses.CardActionAsync(activity, at, cancellationToken),
        InvokeNames.TaskFetch or InvokeNames.TaskSubmit => _presses.DialogAsync(activity, at, cancellationToken),
        InvokeNames.Query => _extension.QueryAsync(activity, at, cancellationToken),
        InvokeNames.ExtensionFetchTask => _extension.AnswerThisAsync(activity, at, cancellationToken),
        InvokeNames.ExtensionSubmit => _extension.ShareAsync(activity, at, _given, cancellationToken),
        InvokeNames.Feedback => _feedback.SubmitAsync(activity, at, cancellationToken),
        InvokeNames.FeedbackForm => _feedback.FormAsync(activity, at, cancellationToken),
        _ => Task.FromResult(Reception.Unknown),
    };

    private Reception Later(Whereabouts at, string what, Func<CancellationToken, Task> work) => _queues.TryAdd(at.Address.Conversation, what, work) ? Reception.Accepted : Reception.Busy;

    private void Forget(Activity activity, Whereabouts at)
    {
        if (activity.Id is { Length: > 0 } id)
        {
            _received.Remove((at.Address.Conversation, $"{activity.Type} {id}"));
        }
    }

    private async Task RoundAsync(int round, CancellationToken cancellationToken)
    {
        try
        {
            await _questions.CatchUpAsync(all: round == 0, cancellationToken);
        }
        catch (StoreException e)
        {
            _services.Log.LogError("Teams: what is left unanswered could not be looked after: {Message}", e.Message);
        }
    }
}
