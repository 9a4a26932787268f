using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Entries and their history as moderators read them, for their eyes only.</summary>
internal static class FaqViews
{
    private const int AnswerRoom = 2500;
    private const int Shown = 12;

    public static OutgoingMessage Entry(FaqEntry entry, ScopeCatalog scopes, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(wording);
        var (content, words) = (entry.Content, wording.ForModerators);
        var revision = SharedWording.Filled(wording.Shared.FaqRevision, Parts.Number(entry.Revision), Notices.Time(entry.UpdatedAt), FaqReport.Who(entry.UpdatedBy));
        var fields = new List<EmbedField>();
        Add(fields, wording.Shared.FaqPhrasingsLabel, Listed(content.Phrasings, wording));
        Add(fields, wording.Shared.FaqSourcesLabel, Listed([.. content.Citations.Select(FaqForm.LineOf)], wording));
        Add(fields, wording.Shared.FaqScopeLabel, DiscordText.EscapeLine(ScopeName(content.Scope, scopes, wording), 200));
        Add(fields, wording.Shared.FaqTags, DiscordText.EscapeLine(string.Join(", ", content.Tags), 600));
        Add(fields, wording.Shared.FaqValid, content.Valid == default ? "" : $"{content.Valid.From:yyyy-MM-dd} – {content.Valid.Until:yyyy-MM-dd}");
        return Notices.Private($"`{entry.Id}` · {wording.Shared.StatusOf(content.Status)} · {revision}") with
        {
            Embeds =
            [
                new Embed
                {
                    Title = DiscordText.Label(content.Title, DiscordLimits.EmbedTitle),
                    Description = string.IsNullOrWhiteSpace(content.Answer) ? wording.Shared.FaqNoAnswer : DiscordText.Escape(content.Answer, AnswerRoom),
                    Fields = fields,
                },
            ],
            Components = GateViews.Waiting(entry, wording),
        };
    }

    public static OutgoingMessage History(FaqId id, IReadOnlyList<FaqRevision> revisions, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(revisions);
        ArgumentNullException.ThrowIfNull(wording);
        var words = wording.ForModerators;
        var lines = new List<string>();
        var length = 0;
        for (var i = 0; i < revisions.Count; i++)
        {
            var line = LineOf(revisions[i], i + 1 < revisions.Count ? revisions[i + 1].Entry.Content : null, wording);
            length += line.Length + 1;
            if (length > DiscordLimits.EmbedDescription - 100)
            {
                lines.Add(SharedWording.Filled(wording.Shared.FaqMore, Parts.Number(revisions.Count - i)));
                break;
            }

            lines.Add(line);
        }

        return Notices.Private(SharedWording.Filled(wording.Shared.FaqHistoryOf, id.ToString())) with { Embeds = [new Embed { Description = string.Join('\n', lines) }] };
    }

    /// <summary>Who did what when: the note where there is one, and the fields that changed.</summary>
    private static string LineOf(FaqRevision revision, FaqContent? before, DiscordWording wording)
    {
        var entry = revision.Entry;
        var head = SharedWording.Filled(wording.Shared.FaqRevision, Parts.Number(entry.Revision), Notices.Time(entry.UpdatedAt), FaqReport.Who(entry.UpdatedBy));
        string[] what = [DiscordText.EscapeLine(revision.Note, 150), before is null ? "" : string.Join(", ", Changes(before, entry.Content, wording))];
        return $"- {string.Join(" · ", what.Where(w => w.Length > 0).Prepend(head))}";
    }

    private static IEnumerable<string> Changes(FaqContent before, FaqContent after, DiscordWording wording)
    {
        (bool Differs, string Name)[] fields =
        [
            (before.Title != after.Title, wording.Shared.FaqTitleLabel),
            (!before.Phrasings.SequenceEqual(after.Phrasings), wording.Shared.FaqPhrasingsLabel),
            (before.Answer != after.Answer, wording.Shared.FaqAnswerLabel),
            (before.Scope != after.Scope, wording.Shared.FaqScopeLabel),
            (!before.Citations.SequenceEqual(after.Citations), wording.Shared.FaqSourcesLabel),
            (!before.Tags.SequenceEqual(after.Tags), wording.Shared.FaqTags),
            (before.Valid != after.Valid, wording.Shared.FaqValid),
            (before.Status != after.Status, $"{wording.Shared.StatusOf(before.Status)} → {wording.Shared.StatusOf(after.Status)}"),
        ];
        return fields.Where(f => f.Differs).Select(f => f.Name);
    }

    private static string Listed(IReadOnlyList<string> items, DiscordWording wording)
    {
        var listed = new List<string>();
        var length = 0;
        foreach (var item in items.Take(Shown).Select(i => $"- {DiscordText.EscapeLine(i, 200)}"))
        {
            length += item.Length + 1;
            if (length > DiscordLimits.FieldValue - 60)
            {
                break;
            }

            listed.Add(item);
        }

        if (listed.Count < items.Count)
        {
            listed.Add(SharedWording.Filled(wording.Shared.FaqMore, Parts.Number(items.Count - listed.Count)));
        }

        return string.Join('\n', listed);
    }

    private static string ScopeName(string? scope, ScopeCatalog scopes, DiscordWording wording) =>
        scope is null ? wording.Shared.FaqScopeGeneral : scopes.Find(scope)?.Name ?? scope;

    private static void Add(List<EmbedField> fields, string name, string value)
    {
        if (value.Length > 0)
        {
            fields.Add(new EmbedField(name, value));
        }
    }
}
