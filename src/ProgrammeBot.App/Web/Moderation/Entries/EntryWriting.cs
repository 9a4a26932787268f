using ProgrammeBot.Answering;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Ingestion.Markup;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>Writing an entry: looked at, searched for, warned of, saved. Whatever comes of it, what was typed is never lost.</summary>
internal sealed class EntryWriting(Shell shell, EntryForm page, FaqDesk desk, FaqReviewDesk review, PublishGate gate, ICorpusSource corpora, ScopeCatalog scopes)
{
    public const string NewPath = ModerationGate.Root + "/new-entry";

    /// <summary>An empty form, or one with what another page knows already.</summary>
    public IResult New(SignedIn call) => page.Show(call, null, new EntryTyped { Title = call.Asked("title"), Scope = Known(call.Asked("scope")) });

    public async Task<IResult> EditAsync(SignedIn call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } entry)
        {
            return shell.Missing(call, Part.Entries);
        }

        return page.Show(call, entry, EntryTyped.Of(entry.Content, entry.Revision));
    }

    /// <summary>A form for a new entry with what another page sends: words, and passages to rest on.</summary>
    public IResult Begin(SignedIn call, IFormCollection form) => page.Show(call, null, Typed(form, []).Typed);

    public Task<IResult> AddAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) => DoAsync(call, form, null, cancellationToken);

    public async Task<IResult> SaveAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) =>
        await FindAsync(call, cancellationToken) is not { } entry ? shell.Missing(call, Part.Entries)
        : await DoAsync(call, form, entry, cancellationToken);

    /// <summary>The answer as Markdown makes it, for the page's script.</summary>
    public static IResult Preview(IFormCollection form) => Results.Content(SafeMarkdown.ToHtml(StoredText.Clean(form.Typed("answer"))), "text/html; charset=utf-8");

    private async Task<FaqEntry?> FindAsync(SignedIn call, CancellationToken cancellationToken) =>
        FaqId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) ? await desk.FindAsync(id, cancellationToken) : null;

    private async Task<IResult> DoAsync(SignedIn call, IFormCollection form, FaqEntry? entry, CancellationToken cancellationToken)
    {
        var (typed, faults) = Typed(form, await KnownCitationsAsync(entry, cancellationToken));
        var (act, note) = (form.Typed("do"), form.Typed("note"));
        var status = act switch
        {
            "draft" => FaqStatus.Draft,
            "review" => FaqStatus.Review,
            "publish" or "try" => FaqStatus.Live,
            _ => (FaqStatus?)null,
        };
        if (status is null || faults.Count > 0)
        {
            return page.Show(call, entry, typed, faults, find: form.Line("find"));
        }

        var draft = typed.Draft(status.Value);
        var check = draft.Over(entry?.Content);
        if (check.Content is not { } content)
        {
            return page.Show(call, entry, typed, check.Faults);
        }

        if (!call.Who.MayChange(content) && (entry is null || call.Who.MayChange(entry.Content)))
        {
            return page.Show(call, entry, typed, [new FaqFault(nameof(FaqDraft.OwnerRole), "is another role than yours: you could not change the entry any more. Choose your own, or every moderator")]);
        }

        if (act == "try" || (act == "publish" && form.Typed("tried") != "seen"))
        {
            var report = await gate.TryAsync(entry?.Id, content, call.Who, cancellationToken);
            if (act == "try" || DeservesALook(report))
            {
                return page.Show(call, entry, typed, report: report);
            }
        }

        var outcome = (entry, status.Value) switch
        {
            (null, _) => await review.AddAsync(draft, call.Who, null, note, cancellationToken),
            (_, FaqStatus.Draft) => await review.SaveDraftAsync(entry.Id, typed.BasedOn, draft, call.Who, note, cancellationToken),
            (_, FaqStatus.Review) => await review.SendToReviewAsync(entry.Id, typed.BasedOn, draft, call.Who, note, cancellationToken),
            _ => await review.PublishAsync(entry.Id, typed.BasedOn, draft, call.Who, note, cancellationToken),
        };
        return outcome switch
        {
            FaqOutcome.Saved saved => Shell.To(EntryPages.PathOf(saved.Entry.Id), status switch { FaqStatus.Live => "published", FaqStatus.Review => "review", _ => "draft" }),
            FaqOutcome.Conflict conflict => page.Conflict(call, conflict.Current, typed),
            FaqOutcome.Invalid invalid => page.Show(call, entry, typed, invalid.Faults),
            FaqOutcome.Refused refused => page.Show(call, entry, typed, refused: Refusals.InWords(refused)),
            FaqOutcome.Unchanged => Shell.To(EntryPages.PathOf(entry!.Id), "unchanged"), // what is new is never unchanged
            _ => shell.Missing(call, Part.Entries),
        };
    }

    /// <summary>That its own ways to ask are answered otherwise is what an edit is for; what else changes is shown before it does.</summary>
    private static bool DeservesALook(GateReport report) => report.Like.Count > 0 || report.Changes.Any(c => c.Question.Origin != GateOrigin.Entry);

    /// <summary>What the entry cites now, and what it cited when typing began: both may be kept.</summary>
    private async Task<IReadOnlyList<FaqCitation>> KnownCitationsAsync(FaqEntry? entry, CancellationToken cancellationToken) => entry is null
        ? []
        : [.. entry.Content.Citations, .. (await desk.HistoryAsync(entry.Id, cancellationToken)).Take(20).SelectMany(r => r.Entry.Content.Citations)];

    private (EntryTyped Typed, IReadOnlyList<FaqFault> Faults) Typed(IFormCollection form, IReadOnlyList<FaqCitation> known)
    {
        var faults = new List<FaqFault>();
        var corpus = corpora.Current;
        var citations = new List<FaqCitation>();
        foreach (var field in form.All("cite").Distinct(StringComparer.Ordinal).Take(FaqContent.MaxCitations + 1))
        {
            if (CitedField.Read(field, corpus, known) is { } citation)
            {
                citations.Add(citation);
            }
            else
            {
                faults.Add(new FaqFault(nameof(FaqDraft.Citations), "hold one whose document changed meanwhile: it was taken out, choose it anew"));
            }
        }

        var (document, words) = (form.Line("quotedocument"), StoredText.Clean(form.Typed("quotewords")).Trim());
        if (words.Length > 0)
        {
            var found = words.Length <= Citation.MaxQuoteLength && corpus.Find(document) is not null ? QuoteFinder.Find(FaqCitation.Unplaced(document, words), corpus, scopes, Optional(form.Line("scope"))) : null;
            if (found is null)
            {
                faults.Add(new FaqFault(nameof(FaqDraft.Citations), "name words that stand nowhere in that document: copy them as they stand there"));
            }
            else
            {
                citations.Add(FaqCitation.Of(found));
            }
        }

        return (EntryTyped.Read(form, citations), faults);
    }

    private static string? Optional(string line) => line.Length > 0 ? line : null;

    private string Known(string scope) => scopes.Find(scope) is null ? "" : scope;
}
