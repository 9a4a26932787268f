using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>Answers to interactions: one callback within 3 seconds, then edits and follow-ups for 15 minutes.</summary>
internal sealed partial class Endpoints
{
    private const long Ephemeral = 1 << 6;

    /// <summary>Interactions whose callback was taken but whose answer the client never got: trying again is no fault.</summary>
    private readonly HashSet<string> unheard = [];

    internal void AnswerIsLost(RestCall call)
    {
        if (call.Route.EndsWith("/callback", StringComparison.Ordinal))
        {
            unheard.Add(call.Path.Split('/')[3]);
        }
    }

    private RestAnswer Callback(string id, string token, RestCall call)
    {
        if (!discord.Interactions.TryGetValue(token, out var interaction) || interaction.Id != id)
        {
            discord.Violations.Add(Breach.Protocol, "interaction-unknown", $"There is no interaction {id} with that token.");
            return RestAnswer.Error(404, 10062, "Unknown interaction");
        }

        if (interaction.CallbackType is not null)
        {
            if (!unheard.Remove(token))
            {
                discord.Violations.Add(Breach.Protocol, "acknowledged-twice", $"A second callback to interaction {id}.");
            }

            return RestAnswer.Error(400, 40060, "Interaction has already been acknowledged.");
        }

        if (interaction.IsLate)
        {
            if (interaction.IsLateByClient)
            {
                discord.Violations.Add(Breach.Protocol, "acknowledge", $"The callback to interaction {id} came after more than 3 s.");
            }

            return RestAnswer.Error(404, 10062, "Unknown interaction");
        }

        var type = (int)call.Body!.Number("type")!;
        var data = call.Body.Part("data") ?? [];
        if (!Fits(interaction, type))
        {
            discord.Violations.Add(Breach.Protocol, "callback-type", $"Callback {type} does not fit an interaction of type {interaction.Type}.");
            return RestAnswer.Invalid($"type: {type} is not for this interaction");
        }

        if (type == 7 && Written.ForbidsEdit(interaction.Source!, data) is { } wrong)
        {
            return RestAnswer.Invalid(wrong);
        }

        interaction.Take(type);
        interaction.IsPrivate = type is 4 or 5 && ((data.Number("flags") ?? 0) & Ephemeral) != 0;
        switch (type)
        {
            case 4:
                interaction.Original = Say(interaction, data, call, interaction.IsPrivate);
                break;
            case 6:
                interaction.Original = interaction.Source;
                break;
            case 7:
                interaction.Original = interaction.Source;
                Apply(interaction.Source!, data, call, interaction);
                break;
            case 8:
                interaction.Show(choices: [.. data.Items("choices").Select(choice => (choice.Text("name")!, choice["value"]!.ToString()))]);
                break;
            case 9:
                interaction.Show(modal: new FakeModal(interaction, data.DeepClone().AsObject()));
                break;
        }

        discord.Changes.Tell();
        return Query(call, "with_response") == "true" ? RestAnswer.With(CallbackResponse(interaction)) : RestAnswer.Done;
    }

    private static bool Fits(FakeInteraction interaction, int type) => interaction.Type switch
    {
        FakeInteraction.Command => type is 4 or 5 or 9,
        FakeInteraction.Autocomplete => type == 8,
        FakeInteraction.Component => type is 4 or 5 or 6 or 7 or 9,
        FakeInteraction.ModalSubmit => type is 4 or 5 || (type is 6 or 7 && interaction.Source is not null),
        _ => false,
    };

    private static JsonObject CallbackResponse(FakeInteraction interaction)
    {
        var about = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type };
        var response = new JsonObject { ["interaction"] = about };
        if (interaction.CallbackType is 4 or 5)
        {
            about["response_message_loading"] = interaction.CallbackType == 5;
            about["response_message_ephemeral"] = interaction.IsPrivate;
        }

        if (interaction is { CallbackType: 4 or 7, Original: { } message })
        {
            about["response_message_id"] = message.Id;
            response["resource"] = new JsonObject { ["type"] = interaction.CallbackType, ["message"] = message.Json(blank: false, gateway: false) };
        }

        return response;
    }

    private FakeMessage Say(FakeInteraction interaction, JsonObject body, RestCall call, bool isPrivate)
    {
        var message = new FakeMessage(discord, interaction.Place, discord.Bot, Written.Message(discord, body, call, null, ordinary: false))
        {
            OnlyFor = isPrivate ? interaction.Person : null,
            AnswerTo = interaction,
        };
        message.Body["flags"] = ((message.Body.Number("flags") ?? 0) & ~Ephemeral) | (isPrivate ? Ephemeral : 0);
        message.Body["interaction_metadata"] = Metadata(interaction);
        discord.Post(message);
        interaction.Show(message);
        return message;
    }

    private static JsonObject Metadata(FakeInteraction interaction)
    {
        var metadata = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = interaction.Type,
            ["user"] = interaction.Person.Json(),
            ["authorizing_integration_owners"] = new JsonObject(),
        };
        if (interaction.Type == FakeInteraction.Command)
        {
            metadata["name"] = interaction.Data.Text("name");
        }
        else if (interaction.Opener is { } opener)
        {
            metadata["triggering_interaction_metadata"] = Metadata(opener);
        }
        else if (interaction.Source is { } used)
        {
            metadata["interacted_message_id"] = used.Id;
        }

        return metadata;
    }

    private RestAnswer FollowUp(string application, string token, RestCall call)
    {
        if (Refused(application, token) is { } refused)
        {
            return refused;
        }

        var interaction = discord.Interactions[token];
        if (interaction.CallbackType is null or 8)
        {
            return RestAnswer.Error(404, 10015, "Unknown Webhook");
        }

        var body = (JsonObject)call.Body!;
        var isPrivate = ((body.Number("flags") ?? 0) & Ephemeral) != 0;
        if (interaction is { CallbackType: 5, Original: null })
        {
            // Discord lets the first follow-up fill the place of 'thinking…', but means to stop.
            discord.Violations.Add(Breach.House, "follow-up-instead-of-edit", "The first answer after a deferral is an edit of @original.");
            interaction.Original = Say(interaction, body, call, interaction.IsPrivate);
            return RestAnswer.With(interaction.Original.Json(blank: false, gateway: false));
        }

        return RestAnswer.With(Say(interaction, body, call, isPrivate).Json(blank: false, gateway: false));
    }

    private Endpoint? Response(string method, string application, string token, string id)
    {
        var route = $"{method} /webhooks/{{}}/{{}}/messages/{(id == "@original" ? id : "{}")}";
        Endpoint At(Sends sends, Func<FakeInteraction, RestCall, RestAnswer> act) => new(route, token, sends, call => Refused(application, token) ?? act(discord.Interactions[token], call)) { NeedsToken = false };
        return method switch
        {
            "GET" => At(Sends.Nothing, (interaction, _) => Answered(interaction, id) is { } message ? RestAnswer.With(message.Json(blank: false, gateway: false)) : RestAnswer.UnknownMessage),
            "PATCH" => At(Sends.ResponseEdit, (interaction, call) => EditResponse(interaction, id, call)),
            "DELETE" => At(Sends.Nothing, (interaction, _) =>
            {
                if (Answered(interaction, id) is not { } message)
                {
                    return RestAnswer.UnknownMessage;
                }

                discord.Delete([message]);
                return RestAnswer.Done;
            }),
            _ => null,
        };
    }

    private RestAnswer EditResponse(FakeInteraction interaction, string id, RestCall call)
    {
        var body = (JsonObject)call.Body!;
        if (id == "@original" && interaction is { CallbackType: 5, Original: null })
        {
            interaction.Original = Say(interaction, body, call, interaction.IsPrivate);
            return RestAnswer.With(interaction.Original.Json(blank: false, gateway: false));
        }

        if (Answered(interaction, id) is not { } message)
        {
            return RestAnswer.UnknownMessage;
        }

        if (Written.ForbidsEdit(message, body) is { } wrong)
        {
            return RestAnswer.Invalid(wrong);
        }

        Apply(message, body, call, interaction);
        return RestAnswer.With(message.Json(blank: false, gateway: false));
    }

    private FakeMessage? Answered(FakeInteraction interaction, string id) => id == "@original"
        ? interaction.Original is { Deleted: false } original ? original : null
        : interaction.Place.All.FirstOrDefault(message => message.Id == id && message.AnswerTo == interaction && !message.Deleted);

    private RestAnswer? Refused(string application, string token)
    {
        if (application != discord.ApplicationId || !discord.Interactions.TryGetValue(token, out var interaction))
        {
            return RestAnswer.Error(404, 10015, "Unknown Webhook");
        }

        return interaction.IsExpired ? RestAnswer.Error(401, 50027, "Invalid Webhook Token") : null;
    }
}
