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
        var data = Object(value, "data");
        return (Text(Object(value, "actionValue"), "reaction") ?? Text(Object(data, "actionValue"), "reaction") ?? Text(data, "reaction") ?? Text(value, "reaction")) == "like";
    }

    private static Said? Read(JsonElement? value)
    {
        if (Object(value, "actionValue") is not { } action || Text(action, "reaction") is not ("like" or "dislike"))
        {
            return null;
        }

        // In Teams it is JSON within a string, in the Playground plain text, and it may be missing.
        var feedback = Text(action, "feedback") ?? "";
        var (words, reason) = Inner(feedback) ?? (feedback, null);
        return new Said(Text(action, "reaction") == "like", words, Enum.TryParse<FeedbackReason>(reason, out var why) && Enum.IsDefined(why) ? why : null);
    }

    private static (string Words, string? Reason)? Inner(string feedback)
    {
        try
        {
            using var json = JsonDocument.Parse(feedback);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (Text(json.RootElement, "feedbackText") ?? Text(json.RootElement, FormNames.Words) ?? "", Text(json.RootElement, FormNames.Reason))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Object(JsonElement? from, string name) =>
        from is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    private static string? Text(JsonElement? from, string name)
    {
        try
        {
            return from is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a character
        }
    }

    private sealed record Said(bool IsHelpful, string Words, FeedbackReason? Reason);
}
