using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Teams.Work;

namespace ProgrammeBot.Channels.Teams.Pressing;

/// <summary>Brings a press to whom it belongs, and its result to whoever pressed: in the response where there is one and time enough, otherwise by message.</summary>
internal sealed class PressRouter(TeamsServices services, TeamsOptions options, TeamsPlaces places, ConversationQueues queues, IReadOnlyList<IPressHandler> handlers)
{
    /// <summary>Answers <c>adaptiveCard/action</c>.</summary>
    public async Task<Reception> CardActionAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken) =>
        await InTimeAsync(activity, at, cancellationToken) switch
        {
            PressResult.Card card => Reception.Of(TaskResponses.Card(card.Content)),
            PressResult.Words words => Reception.Of(TaskResponses.Says(words.Text)),
            PressResult.Dialog dialog => Reception.Of(TaskResponses.Card(dialog.Content)),
            _ => Reception.Of(TaskResponses.Says("")),
        };

    /// <summary>Answers <c>task/fetch</c>, <c>task/submit</c> and the form of <c>message/fetchTask</c>.</summary>
    public async Task<Reception> DialogAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken) =>
        await InTimeAsync(activity, at, cancellationToken) switch
        {
            PressResult.Dialog dialog => Reception.Of(TaskResponses.Dialog(dialog.Title, dialog.Content)),
            PressResult.Words words => Reception.Of(TaskResponses.Message(words.Text)),
            PressResult.Card card => Reception.Of(TaskResponses.Dialog("", card.Content)),
            _ => Reception.Ok,
        };

    /// <summary>Takes a press that came as a message, as old clients send it: its result goes by message.</summary>
    public Reception Submitted(Activity activity, Whereabouts at) =>
        queues.TryAdd(at.Address.Conversation, "A press", async token => await BringAsync(await HandleAsync(activity, at, token), activity, at, token))
            ? Reception.Accepted
            : Reception.Busy;

    /// <summary>The result, or an excuse where it takes too long: then the result comes by message.</summary>
    private async Task<PressResult> InTimeAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        // Not given up when the caller hangs up: what was begun is done, once.
        var handling = Task.Run(() => HandleAsync(activity, at, CancellationToken.None), CancellationToken.None);
        await Task.WhenAny(handling, Task.Delay(options.InvokeBudget, services.Time, cancellationToken));
        if (handling.IsCompleted)
        {
            return await handling;
        }

        queues.TryAdd(at.Address.Conversation, "A slow press", async token => await BringAsync(await handling, activity, at, token));
        return PressResult.Tells(services.Wording.For(activity.Locale).StillLooking);
    }

    private async Task<PressResult> HandleAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        var wording = services.Wording.For(activity.Locale);
        if (activity.From is not { Id.Length: > 0 } by || CardData.Read(activity.Value) is not { } data)
        {
            return PressResult.Tells(wording.ButtonTooOld);
        }

        try
        {
            var here = await places.HereAsync(at, activity.Locale, cancellationToken);
            var press = new Press(data, here, by, activity.ReplyToId is { Length: > 0 } card ? new MessageAddress(at.Address, card) : null, activity.Locale);
            foreach (var handler in handlers)
            {
                if (await handler.HandleAsync(press, cancellationToken) is { } result)
                {
                    return result;
                }
            }

            return PressResult.Tells(here.Wording.ButtonTooOld);
        }
#pragma warning disable CA1031 // Whatever failed, whoever pressed is told.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            services.Log.LogError(e is TeamsCallException ? null : e, "A press of '{Verb}' failed: {Message}", data.Verb, e.Message);
            return PressResult.Tells(wording.Shared.WentWrong);
        }
    }

    private async Task BringAsync(PressResult result, Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case PressResult.Card card when activity.ReplyToId is { Length: > 0 } message:
                await services.Calls.UpdateAsync(new MessageAddress(at.Address, message), OutgoingActivity.Shows(card.Content), cancellationToken);
                break;
            case PressResult.Card card:
                await SendAsync(OutgoingActivity.Shows(card.Content));
                break;
            case PressResult.Dialog dialog:
                await SendAsync(OutgoingActivity.Shows(dialog.Content));
                break;
            case PressResult.Words { Text.Length: > 0 } words:
                await SendAsync(OutgoingActivity.Says(words.Text));
                break;
        }

        Task SendAsync(OutgoingActivity said) => services.Calls.SendAsync(at.Address, said, activity.ReplyToId, isAwaited: true, cancellationToken);
    }
}
