using System.Text.Json;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>The thumbs below an answer: Teams keeps nothing of them.</summary>
internal sealed class FeedbackInvokes(TeamsServices services, TeamsPlaces places, GivenReplies given, Votes votes, Delivery delivery)
{
    /// <summary>Answers <c>message/submitAction</c>: by <c>{}</c> and nothing else, whatever it says; Teams refuses any other answer.</summary>
    public async Task<Reception> SubmitAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        if (activity.From is { Id.Length: > 0 } by && await AnswerAsync(activity, at, by, cancellationToken) is { } answer && Read(activity.Value) is { } said)
        {
            var person = Whereabouts.PersonOf(at.Address.Tenant, by);
            await votes.VoteAsync(answer, person, said.IsHelpful ? Vote.Helpful : Vote.NotHelpful, said.IsHelpful ? null : said.Reason ?? FeedbackReason.Other, said.Words, cancellationToken);
        }

        return Reception.Of(TaskResponses.Nothing());
    }

    /// <summary>Answers <c>message/fetchTask</c> by our own form, with reasons to choose from.</summary>
    public async Task<Reception> FormAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        var here = await places.HereAsync(at, activity.Locale, cancellationToken);
        if (activity.From is not { Id.Length: > 0 } by || await AnswerAsync(activity, at, by, cancellationToken) is not { } answer)
        {
            return Reception.Of(TaskResponses.Message(here.Wording.AnswerGone));
        }

        if (IsHelpful(activity.Value))
        {
            await votes.VoteAsync(answer, Whereabouts.PersonOf(here.Tenant, by), Vote.Helpful, null, "", cancellationToken);
            return Reception.Of(TaskResponses.Message(here.Wording.Shared.ThanksHelpful));
        }

        return Reception.Of(TaskResponses.Dialog(here.Wording.Shared.FeedbackTitle, new FeedbackForm(here.Wording).Of(answer)));
    }

    /// <summary>Which reply it is about: the message says so, where Teams names it; otherwise the last one that they were given there.</summary>
    private async Task<AnswerId?> AnswerAsync(Activity activity, Whereabouts at, Account by, CancellationToken cancellationToken)
    {
        if (activity.ReplyToId is not { Length: > 0 } message)
        {
            return given.Latest(at.IsPersonal ? null : at.Place, Whereabouts.PersonOf(at.Address.Tenant, by))?.Id;
        }

        await using var unit = await services.Store.ReadAsync(cancellationToken);
        var known = await unit.ReplyReferences.FindAsync(services.Protection.HashOf(Whereabouts.MessageName(at.Address.Conversation, message)), cancellationToken);
        return known?.Answer ?? delivery.PrivatelyAt(at.Address.Conversation, message) ?? (at.IsPersonal ? given.Latest(null, Whereabouts.PersonOf(at.Address.Tenant, by))?.Id : null);
    }

    /// <summary>Where the thumb stands, documents and clients disagree.</summary>
    private static bool IsHelpful(JsonElement? value)
    {
        var data = value.Part("data");
        return (value.Part("actionValue").Text("reaction") ?? data.Part("actionValue").Text("reaction") ?? data.Text("reaction") ?? value.Text("reaction")) == "like";
    }

    private static Said? Read(JsonElement? value)
    {
        var action = value.Part("actionValue");
        if (action.Text("reaction") is not ("like" or "dislike"))
        {
            return null;
        }

        // In Teams it is JSON within a string, in the Playground plain text, and it may be missing.
        var feedback = action.Text("feedback") ?? "";
        var (words, reason) = Inner(feedback) ?? (feedback, null);
        return new Said(action.Text("reaction") == "like", words, Enum.TryParse<FeedbackReason>(reason, out var why) && Enum.IsDefined(why) ? why : null);
    }

    private static (string Words, string? Reason)? Inner(string feedback)
    {
        try
        {
            using var json = JsonDocument.Parse(feedback);
            JsonElement? said = json.RootElement;
            return json.RootElement.ValueKind == JsonValueKind.Object ? (said.Text("feedbackText") ?? said.Text(FormNames.Words) ?? "", said.Text(FormNames.Reason)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Said(bool IsHelpful, string Words, FeedbackReason? Reason);
}
