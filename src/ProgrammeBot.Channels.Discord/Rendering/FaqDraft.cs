using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What a form of a FAQ entry holds to begin with.</summary>
public sealed record FaqDraft
{
    public string Title { get; init; } = "";

    public IReadOnlyList<string> Phrasings { get; init; } = [];

    public string Answer { get; init; } = "";

    /// <summary>The id of a scope; null is everybody.</summary>
    public string? Scope { get; init; }

    /// <summary>A line a source: <c>document-id: words</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    public static FaqDraft Of(FaqContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new FaqDraft
        {
            Title = content.Title,
            Phrasings = content.Phrasings,
            Answer = content.Answer,
            Scope = content.Scope,
            Sources = [.. content.Citations.Select(FaqForm.LineOf)],
        };
    }

    /// <summary>Whether a form has room for it: a field that was cut would be saved cut. An entry that has none is edited elsewhere (export, console).</summary>
    public bool HasRoom =>
        Title.Length <= FaqContent.MaxTitleLength && Answer.Length <= DiscordLimits.InputValue && JoinedPhrasings.Length <= DiscordLimits.InputValue && JoinedSources.Length <= DiscordLimits.InputValue;

    internal string JoinedPhrasings => string.Join('\n', Phrasings);

    internal string JoinedSources => string.Join('\n', Sources);
}
