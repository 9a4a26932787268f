using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>Entries of the FAQ as moderators see and change them.</summary>
/// <param name="wording">The language of our own words.</param>
/// <param name="nameOf">How whoever changed an entry is called among moderators.</param>
public sealed class FaqCards(TeamsWording wording, Func<string, string> nameOf)
{
    private const int AnswerRoom = 4000;
    private const int ChangeRoom = 1500;
    private const int ChangesShown = 4;
    private const int Shown = 12;

    private readonly SharedWording _shared = wording.Shared;

    /// <summary>Adds and finds; found ones are shown below, each with a button.</summary>
    /// <param name="searched">What was looked for; null before anything was.</param>
    /// <param name="found">The entries, best first.</param>
    public JsonObject Menu(string? searched = null, IReadOnlyList<FaqEntry>? found = null)
    {
        List<JsonObject> body =
        [
            TeamsCards.Line(wording.FaqMenuIntro),
            TeamsCards.Input(FormNames.Find, wording.FaqFindLabel, FaqContent.MaxTitleLength, searched ?? ""),
            TeamsCards.Buttons([TeamsCards.Execute(new CardData(CardVerbs.FaqFind), wording.FaqFind), TeamsCards.Dialog(new CardData(CardVerbs.FaqAdd), wording.FaqAdd)]),
        ];
        foreach (var entry in (found ?? []).Take(Shown))
        {
            body.Add(TeamsCards.Line(TeamsText.Label(entry.Content.Title, FaqContent.MaxTitleLength), bold: true));
            body.Add(TeamsCards.Line($"{entry.Id} · {_shared.StatusOf(entry.Content.Status)}", subtle: true));
            body.Add(TeamsCards.Buttons(EntryButtons(entry, waiting: false).Take(3)));
        }

        if (searched is not null && found is null or { Count: 0 })
        {
            body.Add(TeamsCards.Line(wording.FaqNothingFound));
        }

        return Card(body);
    }

    /// <summary>An entry with all that can be done with it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="scopes">For the name of its scope.</param>
    /// <param name="said">What just became of it, in our own words; null for nothing.</param>
    public JsonObject Entry(FaqEntry entry, ScopeCatalog scopes, string? said = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(scopes);
        return TeamsCards.Fitting(AnswerRoom, room => Entry(entry, scopes, said, room));
    }

    private JsonObject Entry(FaqEntry entry, ScopeCatalog scopes, string? said, int room)
    {
        var content = entry.Content;
        return Card(
        [
            .. Said(said),
            TeamsCards.Line(TeamsText.Label(content.Title, FaqContent.MaxTitleLength), bold: true),
            TeamsCards.Line($"{entry.Id} · {_shared.StatusOf(content.Status)} · {RevisionOf(entry)}", subtle: true),
            string.IsNullOrWhiteSpace(content.Answer) ? TeamsCards.Line(_shared.FaqNoAnswer, subtle: true) : TeamsCards.Quote(TeamsCards.Lines(content.Answer, room)),
            .. Listed(_shared.FaqPhrasingsLabel, content.Phrasings, room / 20),
            .. Listed(_shared.FaqSourcesLabel, [.. content.Citations.Select(FaqForm.LineOf)], room / 20),
            TeamsCards.Fact(_shared.FaqScopeLabel, content.Scope is null ? _shared.FaqScopeGeneral : scopes.Find(content.Scope)?.Name ?? content.Scope, 200),
            .. content.Tags.Count == 0 ? [] : new[] { TeamsCards.Fact(_shared.FaqTags, string.Join(", ", content.Tags), 600) },
            .. content.Valid == default ? [] : new[] { TeamsCards.Fact(_shared.FaqValid, $"{content.Valid.From:yyyy-MM-dd} – {content.Valid.Until:yyyy-MM-dd}") },
        ],
        EntryButtons(entry));
    }

    /// <summary>The dialog of an entry; comes back as <see cref="CardVerbs.FaqSave"/> or <see cref="CardVerbs.FaqPreview"/>, see <see cref="FormOf"/>.</summary>
    /// <param name="form">What it holds to begin with.</param>
    /// <param name="scopes">What can be chosen.</param>
    /// <param name="entry">The entry to be changed; null for a new one.</param>
    /// <param name="revision">The revision the moderator has before them.</param>
    /// <param name="faults">Why it was not taken, in the moderator's language.</param>
    public JsonObject Form(FaqForm form, IReadOnlyList<Scope> scopes, FaqId? entry = null, int revision = 0, IReadOnlyList<string>? faults = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(scopes);
        return Card([.. Faulty(faults), .. FieldsOf(form, scopes)], FormButtons(entry, revision));
    }

    /// <summary>The same fields for something else that is made of them.</summary>
    /// <param name="save">What comes back.</param>
    /// <param name="form">What it holds to begin with.</param>
    /// <param name="scopes">What can be chosen.</param>
    /// <param name="faults">Why it was not taken, in the moderator's language.</param>
    public JsonObject FormFor(CardData save, FaqForm form, IReadOnlyList<Scope> scopes, IReadOnlyList<string>? faults = null)
    {
        ArgumentNullException.ThrowIfNull(save);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(scopes);
        return Card([.. Faulty(faults), .. FieldsOf(form, scopes)], [TeamsCards.Submit(save, wording.Save)]);
    }

    /// <summary>Whether a form has room for it: a field that was cut would be saved cut.</summary>
    public static bool HasRoom(FaqForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Title.Length <= FaqContent.MaxTitleLength && form.Answer.Length <= TeamsLimits.InputText && form.Phrasings.Length <= TeamsLimits.InputText && form.Sources.Length <= TeamsLimits.InputText
            && AnswerActivities.SizeOf(Values.OutgoingActivity.Shows(new JsonObject { ["t"] = form.Title + form.Phrasings + form.Answer + form.Sources })) <= TeamsLimits.Activity - 8000;
    }

    /// <summary>Reads what the dialog sent.</summary>
    public static FaqForm FormOf(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new FaqForm { Title = data[FormNames.Title], Phrasings = data[FormNames.Phrasings], Answer = data[FormNames.Answer], Scope = data[FormNames.Scope], Sources = data[FormNames.Sources] };
    }

    /// <summary>The dialog with how the answer will read above it: nothing written is lost by looking.</summary>
    /// <param name="answer">The answer's words as they will be shown.</param>
    /// <param name="form">What was written.</param>
    /// <param name="scopes">What can be chosen.</param>
    /// <param name="entry">The entry to be changed; null for a new one.</param>
    /// <param name="revision">The revision the moderator has before them.</param>
    /// <param name="doubts">Words quoted that stand in no document in use.</param>
    public JsonObject Preview(string answer, FaqForm form, IReadOnlyList<Scope> scopes, FaqId? entry = null, int revision = 0, IReadOnlyList<string>? doubts = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(scopes);
        return TeamsCards.Fitting(AnswerRoom, room => Card(
        [
            TeamsCards.Heading(wording.FaqPreviewTitle),
            TeamsCards.Quote(string.IsNullOrWhiteSpace(answer) ? [TeamsCards.Line(_shared.FaqNoAnswer, subtle: true)] : TeamsCards.Lines(answer, room)),
            .. Doubts(doubts),
            .. FieldsOf(form, scopes),
        ],
        FormButtons(entry, revision)));
    }

    /// <summary>That nothing was saved since somebody else was faster: their text, and the form with what was written, to be saved over the newer revision.</summary>
    public JsonObject Conflict(FaqEntry current, FaqForm written, IReadOnlyList<Scope> scopes)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(scopes);
        return TeamsCards.Fitting(AnswerRoom, room => Card(
        [
            TeamsCards.Line(TeamsCards.Plain(SharedWording.Filled(wording.FaqConflict, Who(current), TeamsCards.Time(current.UpdatedAt))), bold: true),
            TeamsCards.Heading(wording.FaqTheirs),
            TeamsCards.Quote([TeamsCards.Line(TeamsText.Label(current.Content.Title, FaqContent.MaxTitleLength), bold: true), .. TeamsCards.Lines(current.Content.Answer, room)]),
            TeamsCards.Heading(_shared.WhatYouWrote),
            .. FieldsOf(written, scopes),
        ],
        FormButtons(current.Id, current.Revision)));
    }

    /// <summary>That it is kept: under which name, what it resembles.</summary>
    /// <param name="entry">The entry as it stands now.</param>
    /// <param name="tried">What it changes; null where it was not tried.</param>
    /// <param name="doubts">Words quoted that stand in no document in use.</param>
    /// <param name="like">Titles of entries that are asked for much alike.</param>
    public JsonObject Saved(FaqEntry entry, GateReport? tried = null, IReadOnlyList<string>? doubts = null, IReadOnlyList<string>? like = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Card(
        [
            .. Said(_shared.SavedAs(entry)),
            .. tried is null ? [] : new[] { TeamsCards.Line(TeamsCards.Plain(_shared.Tried(tried)), subtle: true) },
            .. Doubts(doubts),
            .. like is null or { Count: 0 } ? [] : like.Take(Shown).Select(title => TeamsCards.Line($"• {TeamsText.Label(title, 200)}")).Prepend(TeamsCards.Line(_shared.FaqDuplicates)),
        ],
        EntryButtons(entry));
    }

    /// <summary>Who did what when, the newest first, with a way back.</summary>
    public JsonObject History(FaqEntry entry, IReadOnlyList<FaqRevision> revisions)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(revisions);
        List<JsonObject> body = [TeamsCards.Line(TeamsCards.Plain(SharedWording.Filled(_shared.FaqHistoryOf, entry.Id.ToString())), bold: true)];
        for (var i = 0; i < Math.Min(revisions.Count, Shown); i++)
        {
            var before = i + 1 < revisions.Count ? revisions[i + 1].Entry.Content : null;
            string[] what = [RevisionOf(revisions[i].Entry), VisibleText.Line(revisions[i].Note), before is null ? "" : string.Join(", ", Changes(before, revisions[i].Entry.Content))];
            body.Add(TeamsCards.Line(TeamsText.Label(string.Join(" · ", what.Where(w => w.Length > 0)), 600)));
        }

        if (revisions.Count > Shown)
        {
            body.Add(TeamsCards.Line(SharedWording.Filled(_shared.FaqMore, TeamsCards.Number(revisions.Count - Shown)), subtle: true));
        }

        return Card(body, [TeamsCards.Execute(new CardData(CardVerbs.FaqUndo, entry.Id.ToString(), entry.Revision), wording.FaqUndo), Show(entry)]);
    }

    /// <summary>Asks once more.</summary>
    public JsonObject RetireConfirm(FaqEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Card(
            [TeamsCards.Line(TeamsCards.Plain(SharedWording.Filled(wording.FaqRetireSure, entry.Id.ToString()))), TeamsCards.Line(TeamsText.Label(entry.Content.Title, FaqContent.MaxTitleLength), bold: true)],
            [TeamsCards.Execute(new CardData(CardVerbs.FaqRetireSure, entry.Id.ToString(), entry.Revision), wording.FaqRetire), Show(entry)]);
    }

    /// <summary>A fault of a field as a line, in the moderator's language.</summary>
    public string InWords(FaqFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var field = fault.Field.Split('[')[0] switch
        {
            nameof(FaqContent.Title) => _shared.FaqTitleLabel,
            nameof(FaqContent.Phrasings) => _shared.FaqPhrasingsLabel,
            nameof(FaqContent.Answer) => _shared.FaqAnswerLabel,
            nameof(FaqContent.Citations) => _shared.FaqSourcesLabel,
            nameof(FaqContent.Scope) => _shared.FaqScopeLabel,
            var other => other,
        };
        return fault.Limit is { } limit ? SharedWording.Filled(_shared.FaqTooLong, field, TeamsCards.Number(limit)) : $"{field}: {TeamsText.Label(fault.What, 200)}";
    }

    private JsonObject Card(IEnumerable<JsonObject> body, IEnumerable<JsonObject>? actions = null) => TeamsCards.Card(wording.Language, wording.CardFallback, body, actions);

    /// <summary>What an edit would change: each answer as it is beside what it would be, with the button that makes it live all the same.</summary>
    /// <param name="entry">The entry as it stands.</param>
    /// <param name="said">What became of it, in our own words.</param>
    /// <param name="report">What was tried.</param>
    /// <param name="waits">Whether it waits for the word that makes it live.</param>
    public JsonObject Changes(FaqEntry entry, string said, GateReport report, bool waits)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(report);
        return TeamsCards.Fitting(ChangeRoom, room => Card(
            [
                .. Said(said),
                TeamsCards.Line(TeamsCards.Plain(_shared.Tried(report))),
                .. report.Surprises.Take(ChangesShown).SelectMany(change => new[]
                {
                    TeamsCards.Line(TeamsText.Label(change.Question.Text, 300), bold: true),
                    Side(_shared.GateNow, change.Before, room),
                    Side(_shared.GateThen, change.After, room),
                }),
            ],
            waits ? [TeamsCards.Execute(new CardData(CardVerbs.FaqLive, entry.Id.ToString(), entry.Revision), _shared.MakeLive), .. EntryButtons(entry, waiting: false).Take(4)] : EntryButtons(entry)));
    }

    /// <summary>Why an entry that waits for review is sent back.</summary>
    public JsonObject SendBack(FaqEntry entry, string? fault = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Card(
            [.. Said(fault), TeamsCards.Input(FormNames.Words, _shared.SendBackLabel, FaqEdit.MaxNoteLength, lines: true, missing: wording.Needed)],
            [TeamsCards.Submit(new CardData(CardVerbs.FaqSentBack, entry.Id.ToString(), entry.Revision), wording.Send)]);
    }

    private JsonObject Side(string name, GateAnswer answer, int room)
    {
        var from = answer.Kind == ReplyKind.Abstain && answer.Entry is null ? _shared.GateUnanswered : answer.Origin;
        return TeamsCards.Quote(TeamsCards.Lines(answer.Text, room).Prepend(TeamsCards.Line(TeamsText.Label($"{name}: {from}", 200), subtle: true)));
    }

    /// <summary>At most five: a host shows no more. What waits is decided here, and looked at by what it stands below.</summary>
    private IEnumerable<JsonObject> EntryButtons(FaqEntry entry, bool waiting = true)
    {
        var (id, revision, status) = (entry.Id.ToString(), entry.Revision, entry.Content.Status);
        var decides = waiting && status is (FaqStatus.Review or FaqStatus.Draft);
        if (decides)
        {
            yield return TeamsCards.Execute(new CardData(CardVerbs.FaqPublish, id, revision), status == FaqStatus.Review ? _shared.Approve : _shared.MakeLive);
        }

        if (decides && status == FaqStatus.Review)
        {
            yield return TeamsCards.Dialog(new CardData(CardVerbs.FaqSendBack, id, revision), _shared.SendBack);
        }

        yield return TeamsCards.Dialog(new CardData(CardVerbs.FaqEdit, id, revision), wording.FaqEdit);
        if (!decides)
        {
            yield return Show(entry);
        }

        yield return TeamsCards.Execute(new CardData(CardVerbs.FaqHistory, id, revision), wording.FaqHistory);
        yield return TeamsCards.Execute(new CardData(CardVerbs.FaqUndo, id, revision), wording.FaqUndo);
        if (status is FaqStatus.Live or FaqStatus.Draft)
        {
            yield return TeamsCards.Execute(new CardData(CardVerbs.FaqRetire, id, revision), wording.FaqRetire);
        }
    }

    private JsonObject Show(FaqEntry entry) => TeamsCards.Execute(new CardData(CardVerbs.FaqShow, entry.Id.ToString(), entry.Revision), wording.FaqPreview);

    private IEnumerable<JsonObject> FormButtons(FaqId? entry, int revision)
    {
        var subject = entry?.ToString() ?? "";
        yield return TeamsCards.Submit(new CardData(CardVerbs.FaqSave, subject, revision), wording.Save);
        yield return TeamsCards.Submit(new CardData(CardVerbs.FaqPreview, subject, revision), wording.FaqPreview);
    }

    private IEnumerable<JsonObject> FieldsOf(FaqForm form, IReadOnlyList<Scope> scopes) =>
    [
        TeamsCards.Input(FormNames.Title, _shared.FaqTitleLabel, FaqContent.MaxTitleLength, form.Title, missing: wording.Needed),
        TeamsCards.Input(FormNames.Phrasings, _shared.FaqPhrasingsLabel, TeamsLimits.InputText, form.Phrasings, lines: true, hint: _shared.FaqPhrasingsHint),
        TeamsCards.Input(FormNames.Answer, _shared.FaqAnswerLabel, TeamsLimits.InputText, form.Answer, lines: true, hint: _shared.FaqAnswerHint),
        TeamsCards.Choices(FormNames.Scope, _shared.FaqScopeLabel, ScopeChoices(form.Scope, scopes), ChosenScope(form.Scope, scopes)),
        TeamsCards.Input(FormNames.Sources, _shared.FaqSourcesLabel, TeamsLimits.InputText, form.Sources, lines: true, hint: _shared.FaqSourcesHint),
    ];

    /// <summary>The one it has must be among them, even one that is no longer known, or saving would change it.</summary>
    private List<(string, string)> ScopeChoices(string chosen, IReadOnlyList<Scope> scopes)
    {
        var value = ChosenScope(chosen, scopes);
        var named = scopes.Where(s => s.Kind != ScopeKind.General).Select(s => (s.Name, s.Id)).ToList();
        var first = value == FaqForm.Everybody ? [] : new[] { named.Find(s => s.Id == value) is { Id: not null } known ? known : (value, value) };
        return [(_shared.FaqScopeGeneral, FaqForm.Everybody), .. first, .. named.Where(s => s.Id != value)];
    }

    private static string ChosenScope(string chosen, IReadOnlyList<Scope> scopes) =>
        chosen.Length is 0 or > FaqContent.MaxScopeLength || scopes.Any(s => s.Id == chosen && s.Kind == ScopeKind.General) ? FaqForm.Everybody : chosen;

    private static IEnumerable<JsonObject> Said(string? words) => words is null ? [] : [TeamsCards.Line(TeamsCards.Plain(words), bold: true)];

    private IEnumerable<JsonObject> Faulty(IReadOnlyList<string>? faults) =>
        faults is null or { Count: 0 } ? [] : faults.Take(8).Select(f => TeamsCards.Line($"• {TeamsText.Label(f, 400)}")).Prepend(TeamsCards.Line(_shared.FaqInvalid, bold: true));

    private IEnumerable<JsonObject> Doubts(IReadOnlyList<string>? doubts) =>
        doubts is null or { Count: 0 } ? [] : [TeamsCards.Line(_shared.FaqDoubt), TeamsCards.Quote(doubts.Take(4).Select(d => TeamsCards.Line(TeamsText.Label(d, 400))))];

    private IEnumerable<JsonObject> Listed(string label, IReadOnlyList<string> items, int room)
    {
        if (items.Count == 0)
        {
            yield break;
        }

        yield return TeamsCards.Line($"{label}:", bold: true);
        foreach (var item in items.Take(Shown))
        {
            yield return TeamsCards.Line($"• {TeamsText.Label(item, room)}");
        }

        if (items.Count > Shown)
        {
            yield return TeamsCards.Line(SharedWording.Filled(_shared.FaqMore, TeamsCards.Number(items.Count - Shown)), subtle: true);
        }
    }

    private string RevisionOf(FaqEntry entry) => SharedWording.Filled(_shared.FaqRevision, TeamsCards.Number(entry.Revision), TeamsCards.Time(entry.UpdatedAt), Who(entry));

    private string Who(FaqEntry entry) => TeamsText.Label(nameOf(entry.UpdatedBy), 100);

    private IEnumerable<string> Changes(FaqContent before, FaqContent after)
    {
        (bool Differs, string Name)[] fields =
        [
            (before.Title != after.Title, _shared.FaqTitleLabel),
            (!before.Phrasings.SequenceEqual(after.Phrasings), _shared.FaqPhrasingsLabel),
            (before.Answer != after.Answer, _shared.FaqAnswerLabel),
            (before.Scope != after.Scope, _shared.FaqScopeLabel),
            (!before.Citations.SequenceEqual(after.Citations), _shared.FaqSourcesLabel),
            (!before.Tags.SequenceEqual(after.Tags), _shared.FaqTags),
            (before.Valid != after.Valid, _shared.FaqValid),
            (before.Status != after.Status, $"{_shared.StatusOf(before.Status)} → {_shared.StatusOf(after.Status)}"),
        ];
        return fields.Where(f => f.Differs).Select(f => f.Name);
    }
}
