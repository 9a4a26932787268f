using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Entries as commands and forms name them: by id where that has room, else by its hash.</summary>
internal sealed class FaqEntryNames(DiscordServices services)
{
    /// <summary>The entries that are being typed, live ones first; at most 25.</summary>
    /// <param name="typed">What was typed so far.</param>
    /// <param name="wording">The language of their status.</param>
    /// <param name="onlyActive">Whether those that are retired already are left out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(string typed, DiscordWording wording, bool onlyActive, CancellationToken cancellationToken)
    {
        var found = await services.Desk.SuggestAsync(typed, DiscordLimits.CommandChoices * 2, null, cancellationToken);
        return
        [
            .. found.Where(e => !onlyActive || e.Content.Status != FaqStatus.Retired).OrderBy(e => e.Content.Status != FaqStatus.Live).Take(DiscordLimits.CommandChoices)
                .Select(e => new CommandChoice(LabelOf(e, wording), CustomId.SubjectOf(e.Id.ToString()))),
        ];
    }

    /// <summary>The entries that are being typed and that everybody may read; at most 25.</summary>
    public async Task<IReadOnlyList<CommandChoice>> LiveAsync(string typed, CancellationToken cancellationToken) =>
    [
        .. (await services.Desk.SuggestAsync(typed, DiscordLimits.CommandChoices, FaqStatus.Live, cancellationToken))
            .Select(e => new CommandChoice(DiscordText.Label(e.Content.Title, DiscordLimits.ChoiceText), CustomId.SubjectOf(e.Id.ToString()))),
    ];

    /// <summary>The entry that was chosen, or the only one that what was typed means; null where there is none or are several.</summary>
    public async Task<FaqEntry?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (FaqId.TryParse(name, out var id) && await services.Desk.FindAsync(id, cancellationToken) is { } entry)
        {
            return entry;
        }

        if (name.StartsWith('~'))
        {
            return (await services.Desk.ListAsync(null, cancellationToken)).FirstOrDefault(e => CustomId.SubjectOf(e.Id.ToString()) == name);
        }

        return string.IsNullOrWhiteSpace(name) ? null
            : await services.Desk.SuggestAsync(name, 2, null, cancellationToken) is [var only] ? only
            : null;
    }

    private static string LabelOf(FaqEntry entry, DiscordWording wording)
    {
        var mark = entry.Content.Status == FaqStatus.Live ? "" : $" ({wording.Shared.StatusOf(entry.Content.Status)})";
        return DiscordText.Label(entry.Content.Title, DiscordLimits.ChoiceText - mark.Length) + mark;
    }
}
