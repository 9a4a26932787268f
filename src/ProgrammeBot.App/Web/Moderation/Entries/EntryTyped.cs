using System.Globalization;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>What stands in the form of an entry, as it was typed: right or wrong, it is shown again.</summary>
internal sealed record EntryTyped
{
    public string Title { get; init; } = "";

    /// <summary>One a line.</summary>
    public string Phrasings { get; init; } = "";

    public string Answer { get; init; } = "";

    public string Scope { get; init; } = "";

    /// <summary>Commas between.</summary>
    public string Tags { get; init; } = "";

    public string Owner { get; init; } = "";

    /// <summary>Buttons to other entries, one a line as <see cref="FaqFollowUp"/> prints them; null where the form had no such field, and they stay.</summary>
    public string? FollowUps { get; init; }

    public string From { get; init; } = "";

    public string Until { get; init; } = "";

    /// <summary>What was changed, for the history.</summary>
    public string Note { get; init; } = "";

    public IReadOnlyList<FaqCitation> Citations { get; init; } = [];

    /// <summary>The revision that was on the page when typing began; 0 for a new entry.</summary>
    public int BasedOn { get; init; }

    public static EntryTyped Of(FaqContent content, int revision) => new()
    {
        Title = content.Title,
        Phrasings = string.Join('\n', content.Phrasings),
        Answer = content.Answer,
        Scope = content.Scope ?? "",
        Tags = string.Join(", ", content.Tags),
        Owner = content.OwnerRole ?? "",
        FollowUps = string.Join('\n', content.FollowUps),
        From = Day(content.Valid.From),
        Until = Day(content.Valid.Until),
        Citations = content.Citations,
        BasedOn = revision,
    };

    /// <summary>The form's fields; the citations are read by <see cref="CitedField"/>.</summary>
    public static EntryTyped Read(IFormCollection form, IReadOnlyList<FaqCitation> citations) => new()
    {
        Title = form.Typed("title"),
        Phrasings = form.Typed("phrasings"),
        Answer = form.Typed("answer"),
        Scope = form.Line("scope"),
        Tags = form.Typed("tags"),
        Owner = form.Line("owner"),
        FollowUps = form.ContainsKey("followups") ? form.Typed("followups") : null,
        From = form.Line("from"),
        Until = form.Line("until"),
        Note = form.Typed("note"),
        Citations = citations,
        BasedOn = int.TryParse(form.Typed("basedon"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
    };

    public FaqDraft Draft(FaqStatus status) => new()
    {
        Title = Title,
        Phrasings = FaqDraft.Lines(Phrasings),
        Answer = Answer,
        Citations = Citations,
        Scope = Scope,
        Tags = Tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        OwnerRole = Owner,
        FollowUps = FollowUps is null ? null : FaqDraft.Lines(FollowUps),
        ValidFrom = From,
        ValidUntil = Until,
        Status = status,
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
