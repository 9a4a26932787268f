using System.Text.Json.Nodes;

namespace ProgrammeBot.Channels.Teams.Pressing;

/// <summary>What comes of a press.</summary>
internal abstract record PressResult
{
    private PressResult()
    {
    }

    /// <summary>Nothing more is to be shown; a dialog closes.</summary>
    public static PressResult Done { get; } = new Nothing();

    /// <summary>Another card in the place of the one pressed, for everybody who sees it.</summary>
    public static PressResult Shows(JsonObject card) => new Card(card);

    /// <summary>A line of our own words to whoever pressed.</summary>
    public static PressResult Tells(string words) => new Words(words);

    /// <summary>A dialog, for whoever pressed alone.</summary>
    public static PressResult Opens(string title, JsonObject card) => new Dialog(title, card);

    public sealed record Nothing : PressResult;

    public sealed record Card(JsonObject Content) : PressResult;

    public sealed record Words(string Text) : PressResult;

    public sealed record Dialog(string Title, JsonObject Content) : PressResult;
}
