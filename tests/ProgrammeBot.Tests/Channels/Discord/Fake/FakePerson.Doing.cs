using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

internal sealed partial class FakePerson
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    /// <summary>Uses a slash command, such as <c>ask</c> or <c>faq add</c>, and gives back the first thing they see.</summary>
    /// <param name="command">Its name, with those of its subcommands after a space.</param>
    /// <param name="options">An anonymous object or a dictionary: an option's name and what is put in.</param>
    /// <param name="place">Where; else where they last were.</param>
    /// <param name="hidden">Also when Discord would not show them the command: somebody with a client of their own.</param>
    public async Task<Shown> UsesAsync(string command, object? options = null, FakeChannel? place = null, bool hidden = false) =>
        await SettledAsync(await BeginsAsync(command, options, place, hidden));

    /// <summary>Like <see cref="UsesAsync"/>, but waits for nothing.</summary>
    public async Task<FakeInteraction> BeginsAsync(string command, object? options = null, FakeChannel? place = null, bool hidden = false)
    {
        var at = Goes(place);
        var path = command.Split(' ');
        var definition = await CommandAsync(path[0], 1, at, hidden);
        var (filled, resolved) = FakeOptions.Fill(Discord, definition, path[1..], FakeOptions.Of(options), typing: null);
        return Start(FakeInteraction.Command, at, CommandData(definition, at, filled, resolved));
    }

    /// <summary>Types in an option that has autocomplete, and gives back what is suggested.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> TypesAsync(string command, string option, string text, object? others = null, FakeChannel? place = null)
    {
        var at = Goes(place);
        var path = command.Split(' ');
        var definition = await CommandAsync(path[0], 1, at, hidden: false);
        var given = FakeOptions.Of(others);
        given[option] = text;
        var (filled, resolved) = FakeOptions.Fill(Discord, definition, path[1..], given, typing: option);
        var shown = await SettledAsync(Start(FakeInteraction.Autocomplete, at, CommandData(definition, at, filled, resolved)));
        return shown.Choices ?? [];
    }

    /// <summary>Uses a command of a message's menu.</summary>
    public async Task<Shown> UsesOnAsync(string command, FakeMessage message)
    {
        var definition = await CommandAsync(command, 3, Goes(message.Channel), hidden: false);
        var resolved = new JsonObject { ["messages"] = new JsonObject { [message.Id] = message.Json(blank: false, gateway: false) } };
        var data = CommandData(definition, message.Channel, null, resolved);
        data["target_id"] = message.Id;
        return await SettledAsync(Start(FakeInteraction.Command, message.Channel, data));
    }

    /// <summary>Presses a button, named by its label, its emoji or its custom id.</summary>
    public async Task<Shown> PressesAsync(FakeMessage message, string button) => await SettledAsync(Presses(message, button));

    /// <summary>Presses a button of what they were shown.</summary>
    public Task<Shown> PressesAsync(Shown shown, string button) => PressesAsync(MessageOf(shown), button);

    /// <summary>Presses a button and waits for nothing.</summary>
    public FakeInteraction Presses(FakeMessage message, string button)
    {
        var part = Find(message, part => part.Number("type") == 2 && part.Number("style") != 5, button);
        if (part.Flag("disabled"))
        {
            throw new InvalidOperationException($"The button '{button}' is greyed out.");
        }

        return Use(message, part, values: null);
    }

    /// <summary>Presses a button that the message no longer has, or never had: an old one, or a forged one.</summary>
    public async Task<Shown> ForgesAsync(FakeMessage message, string customId) =>
        await SettledAsync(Use(message, new JsonObject { ["custom_id"] = customId, ["type"] = 2 }, values: null));

    /// <summary>Chooses in a select menu, by labels or values; for people, roles and channels by id.</summary>
    public async Task<Shown> ChoosesAsync(FakeMessage message, params string[] choices)
    {
        var select = message.Components.FirstOrDefault(part => part.Number("type") is 3 or (>= 5 and <= 8)
            && (part.Number("type") != 3 || choices.All(choice => FakeOptions.Value(part, choice) is not null)))
            ?? throw new InvalidOperationException($"No menu offers {string.Join(", ", choices)}: {message.Body.ToJsonString()}");
        return await SettledAsync(Use(message, select, choices.Select(choice => FakeOptions.Value(select, choice) ?? choice).ToJson()));
    }

    public Task<Shown> ChoosesAsync(Shown shown, params string[] choices) => ChoosesAsync(MessageOf(shown), choices);

    /// <summary>Fills in a form and sends it: custom ids and what is put in; what is not named stays as it was.</summary>
    public async Task<Shown> SubmitsAsync(FakeModal modal, object fields)
    {
        var data = FakeOptions.Submitted(modal, FakeOptions.Of(fields));
        var from = modal.From;
        return await SettledAsync(Start(FakeInteraction.ModalSubmit, from.Place, data, from.Source ?? from.Original, from));
    }

    public Task<Shown> SubmitsAsync(Shown shown, object fields) =>
        SubmitsAsync(shown.Modal ?? throw new InvalidOperationException($"No form was shown, but '{shown.Text}'."), fields);

    /// <summary>Writes a message. Mentions are those in the text; a reply pings unless it says not to.</summary>
    public FakeMessage Says(FakeChannel place, string text, FakeMessage? replyTo = null, bool ping = true, bool withFile = false, int type = 0)
    {
        lock (Discord.Gate)
        {
            Goes(place);
            if (place is { Archived: true, Locked: false })
            {
                place.Archived = false;
                place.TellChanged();
            }

            var mentioned = FakeOptions.Mentioned().Matches(text).Select(match => match.Groups[1].Value).ToList();
            if (replyTo is not null && ping)
            {
                mentioned.Add(replyTo.Author.Id);
            }

            var body = new JsonObject
            {
                ["content"] = text,
                ["type"] = replyTo is null ? type : 19,
                ["mentions"] = mentioned.Distinct().Where(Discord.People.ContainsKey).Select(id => (JsonNode?)Discord.People[id].Json()).ToJson(),
                ["mention_roles"] = Regex.Matches(text, "<@&([0-9]+)>").Select(match => match.Groups[1].Value).Distinct().ToJson(),
                ["mention_everyone"] = text.Contains("@everyone", StringComparison.Ordinal),
            };
            if (withFile)
            {
                body["attachments"] = new JsonArray(Discord.Files.Add(new FakeFile("picture.png", [1, 2, 3], "image/png")));
            }

            var message = new FakeMessage(Discord, place, this, body) { RepliesTo = replyTo };
            Discord.Post(message);
            return message;
        }
    }

    /// <summary>Writes a message and waits for the bot's own: in that channel, or in a thread begun from it.</summary>
    public async Task<FakeMessage> AsksAsync(FakeChannel place, string text, FakeMessage? replyTo = null)
    {
        var said = Says(place, text, replyTo);
        return await Discord.Changes.UntilAsync(
            () => place.FirstOfBot(said.Id) ?? (Discord.Channels.TryGetValue(said.Id, out var thread) ? thread.FirstOfBot(null) : null),
            () => $"an answer to '{text}'",
            Stopping);
    }

    public void Edits(FakeMessage message, string text)
    {
        lock (Discord.Gate)
        {
            var body = message.Body.DeepClone().AsObject();
            body["content"] = text;
            message.Change(body);
            Discord.TellMessage("MESSAGE_UPDATE", message);
        }
    }

    /// <summary>Discord adds a link preview: an update that is no edit.</summary>
    public void GetsAPreview(FakeMessage message)
    {
        lock (Discord.Gate)
        {
            message.Body["embeds"] = new JsonArray(new JsonObject { ["type"] = "link", ["url"] = "https://example.org", ["title"] = "Example" });
            Discord.TellMessage("MESSAGE_UPDATE", message);
        }
    }

    public void Deletes(params FakeMessage[] messages) => Discord.Delete(messages);

    /// <summary>Begins a thread from a message.</summary>
    public FakeChannel StartsThread(FakeMessage message, string name)
    {
        lock (Discord.Gate)
        {
            return Discord.BeginThread(message.Channel, name, this, message.Id);
        }
    }

    /// <summary>Opens a post in a forum; its first message has the post's id.</summary>
    public FakeChannel Posts(FakeChannel forum, string title, string text, params string[] tags)
    {
        lock (Discord.Gate)
        {
            var id = Discord.Ids.Next();
            var post = Discord.BeginThread(forum, title, this, id, [.. tags.Select(name => forum.Tags.First(tag => tag.Name == name).Id)]);
            Discord.Post(new FakeMessage(Discord, post, this, new JsonObject { ["content"] = text, ["type"] = 0 }, id));
            return post;
        }
    }

    /// <summary>The first bot message they have not yet read in a channel.</summary>
    public Task<FakeMessage> ReadsAsync(FakeChannel place, FakeMessage? after = null) => place.NextFromBotAsync(after);

    /// <summary>Whether Discord would offer them a command.</summary>
    public bool Sees(JsonObject command, FakeChannel place)
    {
        if (command.Has("contexts") && !command.Items("contexts").Any(context => context.GetValue<int>() == (place.Guild is null ? 1 : 0)))
        {
            return false;
        }

        if (place.Guild is not { } guild)
        {
            return command.Text("guild_id") is null;
        }

        var rights = guild.RightsOf(this, place);
        var wanted = command.Text("default_member_permissions");
        return rights.HasFlag(Right.UseCommands)
            && (wanted is null || (wanted == "0" ? rights.HasFlag(Right.Administrator) : rights.HasFlag((Right)ulong.Parse(wanted, CultureInfo.InvariantCulture))));
    }

    private static FakeMessage MessageOf(Shown shown) => shown.Message ?? throw new InvalidOperationException($"No message was shown, but '{shown.Text}'.");

    private static JsonObject Find(FakeMessage message, Func<JsonObject, bool> kind, string name)
    {
        var all = message.Components.Where(kind).ToList();
        return all.FirstOrDefault(part => part.Text("custom_id") == name || part.Text("label") == name || Readable.Caption(part) == name)
            ?? all.FirstOrDefault(part => Readable.Caption(part).Contains(name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no '{name}', only: {string.Join(", ", all.Select(part => $"'{Readable.Caption(part)}'"))}.");
    }

    private FakeChannel Goes(FakeChannel? place)
    {
        lock (Discord.Gate)
        {
            return Place = place ?? Place ?? Home?.Channels.FirstOrDefault(channel => channel.Type == FakeChannel.TextType) ?? DirectMessages;
        }
    }

    private Task<JsonObject> CommandAsync(string name, int type, FakeChannel place, bool hidden) => Discord.Changes.UntilAsync(
        () =>
        {
            var found = Discord.CommandsFor(place.Guild).FirstOrDefault(command => command.Text("name") == name && (command.Number("type") ?? 1) == type);
            return found is null || hidden || Sees(found, place) ? found
                : throw new InvalidOperationException($"{Name} is not offered '{name}' in {place.Name}.");
        },
        () => $"the command '{name}' to be registered",
        Stopping);

    private static JsonObject CommandData(JsonObject definition, FakeChannel place, JsonArray? options, JsonObject? resolved)
    {
        var data = new JsonObject { ["id"] = definition.Text("id"), ["name"] = definition.Text("name"), ["type"] = definition.Number("type") ?? 1 };
        if (definition.Text("guild_id") is { } only && place.Guild?.Id == only)
        {
            data["guild_id"] = only;
        }

        if (options is { Count: > 0 })
        {
            data["options"] = options;
        }

        if (resolved is { Count: > 0 })
        {
            data["resolved"] = resolved;
        }

        return data;
    }

    private FakeInteraction Use(FakeMessage message, JsonObject part, JsonArray? values)
    {
        if (message.OnlyFor is { } only && only != this)
        {
            throw new InvalidOperationException($"Only {only.Name} sees that message.");
        }

        var data = new JsonObject { ["custom_id"] = part.Text("custom_id"), ["component_type"] = part.Number("type"), ["id"] = part.Number("id") ?? 1 };
        if (values is not null)
        {
            data["values"] = values;
            if (FakeOptions.Resolved(Discord, message.Channel.Guild, part, values) is { Count: > 0 } resolved)
            {
                data["resolved"] = resolved;
            }
        }

        return Start(FakeInteraction.Component, message.Channel, data, message);
    }

    private FakeInteraction Start(int type, FakeChannel place, JsonObject data, FakeMessage? source = null, FakeInteraction? opener = null)
    {
        Place = place;
        FakeInteraction interaction;
        lock (Discord.Gate)
        {
            interaction = new FakeInteraction(Discord, type, this, place, data) { Source = source, Opener = opener };
        }

        interaction.Start();
        return interaction;
    }

    /// <summary>The first thing that is seen after it.</summary>
    public Task<Shown> SettledAsync(FakeInteraction interaction) => Discord.Changes.UntilAsync(
        () => interaction.Seen.FirstOrDefault(),
        () => $"something to see after {JsonSerializer.Serialize(interaction.Data)}; the callback was {interaction.CallbackType?.ToString(CultureInfo.InvariantCulture) ?? "none"}",
        Stopping);
}
