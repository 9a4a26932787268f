using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>What somebody saw happen after what they did: a message, private or not, a form, suggestions, or Discord's 'did not respond'.</summary>
internal sealed class Shown
{
    internal required FakeInteraction Interaction { get; init; }

    internal required int Number { get; init; }

    /// <summary>The message that appeared or changed.</summary>
    public FakeMessage? Message { get; init; }

    /// <summary>The message's JSON at that moment.</summary>
    public JsonObject Body { get; init; } = [];

    /// <summary>Whether only they saw it.</summary>
    public bool IsPrivate => Message?.OnlyFor is not null;

    /// <summary>Whether the message that was there changed, instead of a new one coming.</summary>
    public bool IsEdit { get; init; }

    public FakeModal? Modal { get; init; }

    /// <summary>Suggestions: names and values.</summary>
    public IReadOnlyList<(string Name, string Value)>? Choices { get; init; }

    /// <summary>'The application did not respond.'</summary>
    public bool NoAnswer { get; init; }

    /// <summary>Whether 'thinking…' stood there first.</summary>
    public bool WasThinking => Interaction.CallbackType == 5;

    public string Text => NoAnswer ? "The application did not respond" : Modal is not null ? Modal.Title : Readable.Of(Body);

    public IReadOnlyList<string> Buttons => [.. Readable.Components(Body).Where(part => part.Number("type") == 2).Select(Readable.Caption)];

    /// <summary>What came after it for the same person and interaction: a follow-up or an edit.</summary>
    public Task<Shown> NextAsync() => Interaction.Discord.Changes.UntilAsync(
        () => Interaction.Seen.ElementAtOrDefault(Number + 1),
        () => $"something after '{Text}'",
        TestContext.Current.CancellationToken);
}

/// <summary>A form that stands open before somebody.</summary>
internal sealed class FakeModal(FakeInteraction from, JsonObject body)
{
    internal FakeInteraction From => from;

    public JsonObject Body => body;

    public string CustomId => body.Text("custom_id") ?? "";

    public string Title => body.Text("title") ?? "";

    /// <summary>The fields that can be filled in.</summary>
    public IEnumerable<JsonObject> Fields => Readable.Components(body).Where(part => part.Has("custom_id"));

    /// <summary>The labels, as the person reads them.</summary>
    public IReadOnlyList<string> Labels => [.. Readable.Components(body).Select(part => part.Text("label")).OfType<string>()];

    /// <summary>What stands in a field to begin with.</summary>
    public string? Prefilled(string customId) => Fields.First(field => field.Text("custom_id") == customId).Text("value");
}
