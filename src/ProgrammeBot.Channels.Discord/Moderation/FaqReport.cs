using System.Text;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Tells a moderator what became of a change of the FAQ, and how to go on.</summary>
internal sealed class FaqReport(DiscordServices services)
{
    private const int TitleRoom = 200;

    /// <summary>What somebody wrote, given back below the words that say why it was not taken.</summary>
    public static OutgoingMessage WithWritten(string words, string written, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return Notices.Private(words) with
        {
            Embeds = written.Length == 0 ? null : [new Embed { Title = wording.Shared.WhatYouWrote, Description = DiscordText.Escape(written, DiscordLimits.EmbedDescription) }],
        };
    }

    /// <param name="outcome">What the desk said.</param>
    /// <param name="wording">The language.</param>
    /// <param name="written">What they wrote: given back where it was not taken.</param>
    /// <param name="before">What is said above it; may be blank.</param>
    public OutgoingMessage Of(FaqOutcome outcome, DiscordWording wording, string written = "", string before = "")
    {
        ArgumentNullException.ThrowIfNull(wording);
        var head = before.Length == 0 ? "" : before + "\n";
        return outcome switch
        {
            FaqOutcome.Saved { Entry: var entry } => Notices.Private(head + Saved(entry, wording)),
            FaqOutcome.Unchanged { Entry: var entry } => Notices.Private(head + Saved(entry, wording)),
            FaqOutcome.Refused refused => WithWritten(head + wording.Shared.Refused(refused), written, wording),
            FaqOutcome.Invalid invalid => WithWritten(head + Faulty(invalid.Faults.Select(f => Fault(f, wording)), wording), written, wording),
            FaqOutcome.Conflict conflict => Conflicting(conflict.Current, wording, written, head),
            _ => WithWritten(head + SharedWording.Filled(wording.ForModerators.FaqMissing, ""), written, wording),
        };
    }

    /// <param name="edit">What the desk said, and what the edit would change.</param>
    /// <param name="wording">The language.</param>
    /// <param name="written">What they wrote: given back where it was not taken.</param>
    /// <param name="before">What is said above it; may be blank.</param>
    public OutgoingMessage Of(GatedEdit edit, DiscordWording wording, string written = "", string before = "")
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(wording);
        if (edit.Report is not { } tried || edit.Outcome is not (FaqOutcome.Saved or FaqOutcome.Unchanged))
        {
            return Of(edit.Outcome, wording, written, before);
        }

        var head = before.Length == 0 ? "" : before + "\n";
        if (edit.Waiting is { } waiting)
        {
            return Notices.Private($"{head}{wording.Shared.SavedAs(edit)}\n{wording.Shared.Tried(tried)}{Alike(waiting, wording)}") with
            {
                Embeds = GateViews.Changes(tried, wording),
                Components = [GateViews.MakeLive(waiting, wording)],
            };
        }

        var said = Of(edit.Outcome, wording, written, before);
        return said with { Content = $"{said.Content}\n{wording.Shared.Tried(tried)}", Embeds = tried.IsHarmless ? said.Embeds : GateViews.Changes(tried, wording) };
    }

    /// <summary>That it is kept, under which name, what it resembles, and how to take it back.</summary>
    public string Saved(FaqEntry entry, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(wording);
        var words = wording.ForModerators;
        var text = new StringBuilder(wording.Shared.SavedAs(entry));
        foreach (var doubt in services.NotFound(entry.Content))
        {
            text.Append('\n').Append(wording.Shared.FaqDoubt).Append("\n> ").Append(DiscordText.EscapeLine(doubt.Quote, TitleRoom));
        }

        text.Append(Alike(entry, wording));
        return text.Append('\n').Append(UndoHint(entry.Id, wording)).ToString() is { Length: <= DiscordLimits.Content - 500 } whole ? whole
            : $"{wording.Shared.SavedAs(entry)}\n{UndoHint(entry.Id, wording)}";
    }

    /// <summary>Which entries are asked for much alike; blank where none is.</summary>
    private string Alike(FaqEntry entry, DiscordWording wording)
    {
        var text = new StringBuilder();
        foreach (var near in services.Desk.Like(entry.Content, entry.Id))
        {
            var where = near.Item.Source is null ? $"`{near.Item.Id}`" : wording.Shared.FaqOfDocument;
            text.Append("\n- ").Append(DiscordText.EscapeLine(near.Item.Content.Title, TitleRoom)).Append(" (").Append(where).Append(')');
        }

        return text.Length == 0 ? "" : $"\n{wording.Shared.FaqDuplicates}{text}";
    }

    public static string UndoHint(FaqId id, DiscordWording wording) => SharedWording.Filled(wording.ForModerators.FaqUndoHint, id.ToString());

    public static string Faulty(IEnumerable<string> faults, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return string.Join("\n- ", faults.Take(8).Prepend(wording.Shared.FaqInvalid));
    }

    /// <summary>Who changed an entry, as moderators see it: a person of this platform by mention, which pings nobody here, others by name.</summary>
    public static string Who(string by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Split(':') is ["discord", "users", var id] && Snowflake.TryParse(id, out var person) && DiscordPlaces.Person(person) == by ? $"<@{person}>" : DiscordText.EscapeLine(by, 100);
    }

    private static string Fault(FaqFault fault, DiscordWording wording)
    {
        var field = fault.Field.Split('[')[0] switch
        {
            nameof(FaqContent.Title) => wording.Shared.FaqTitleLabel,
            nameof(FaqContent.Phrasings) => wording.Shared.FaqPhrasingsLabel,
            nameof(FaqContent.Answer) => wording.Shared.FaqAnswerLabel,
            nameof(FaqContent.Citations) => wording.Shared.FaqSourcesLabel,
            nameof(FaqContent.Scope) => wording.Shared.FaqScopeLabel,
            var other => other,
        };
        return fault.Limit is { } limit ? SharedWording.Filled(wording.Shared.FaqTooLong, field, Parts.Number(limit)) : $"{field}: {DiscordText.EscapeLine(fault.What, TitleRoom)}";
    }

    private static OutgoingMessage Conflicting(FaqEntry current, DiscordWording wording, string written, string head)
    {
        // Both texts at once: nothing of either is lost, and which is right only a person knows.
        var words = SharedWording.Filled(wording.ForModerators.FaqConflict, Who(current.UpdatedBy), Notices.Time(current.UpdatedAt));
        var theirs = new Embed
        {
            Title = DiscordText.Label(current.Content.Title, DiscordLimits.EmbedTitle),
            Description = DiscordText.Escape(current.Content.Answer, DiscordLimits.Embeds / 3),
            Footer = new EmbedFooter(DiscordText.Label($"{current.Id}, {Parts.Number(current.Revision)}", 200)),
        };
        var mine = new Embed { Title = wording.Shared.WhatYouWrote, Description = DiscordText.Escape(written, DiscordLimits.Embeds / 2) };
        return Notices.Private(head + words) with { Embeds = written.Length == 0 ? [theirs] : [theirs, mine] };
    }
}
