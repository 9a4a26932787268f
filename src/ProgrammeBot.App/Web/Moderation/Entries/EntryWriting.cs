using ProgrammeBot.Answering;
using ProgrammeBot.Faq;
using ProgrammeBot.Ingestion.Markup;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>Writing an entry: looked at, searched for, warned of, saved. Whatever comes of it, what was typed is never lost.</summary>
internal sealed class EntryWriting(Shell shell, EntryForm page, FaqDesk desk, ICorpusSource corpora, ScopeCatalog scopes)
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

        return call.Who.MayChange(entry.Content)
            ? page.Show(call, entry, EntryTyped.Of(entry.Content, entry.Revision))
            : shell.Forbidden(call, Part.Entries, $"The entry is for the role ‘{entry.Content.OwnerRole}’.");
    }

    /// <summary>A form for a new entry with what another page sends: words, and passages to rest on.</summary>
    public IResult Begin(SignedIn call, IFormCollection form) => page.Show(call, null, Typed(form, []).Typed);

    public Task<IResult> AddAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) => DoAsync(call, form, null, cancellationToken);

    public async Task<IResult> SaveAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) =>
        await FindAsync(call, cancellationToken) is not { } entry ? shell.Missing(call, Part.Entries)
        : !call.Who.MayChange(entry.Content) ? shell.Forbidden(call, Part.Entries, $"The entry is for the role ‘{entry.Content.OwnerRole}’.")
        : await DoAsync(call, form, entry, cancellationToken);

    /// <summary>The answer as Markdown makes it, for the page's script.</summary>
    public static IResult Preview(IFormCollection form) => Results.Content(SafeMarkdown.ToHtml(StoredText.Clean(form.Typed("answer"))), "text/html; charset=utf-8");

    private async Task<FaqEntry?> FindAsync(SignedIn call, CancellationToken cancellationToken) =>
        FaqId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) ? await desk.FindAsync(id, cancellationToken) : null;

    private async Task<IResult> DoAsync(SignedIn call, IFormCollection form, FaqEntry? entry, CancellationToken cancellationToken)
    {
        var (typed, faults) = Typed(form, await KnownCitationsAsync(entry, cancellationToken));
        var status = form.Typed("do") switch
        {
            "draft" => FaqStatus.Draft,
            "review" => FaqStatus.Review,
            "publish" => FaqStatus.Live,
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

        if (!call.Who.MayChange(content))
        {
            return page.Show(call, entry, typed, [new FaqFault(nameof(FaqDraft.OwnerRole), "is another role than yours: you could not change the entry any more. Choose your own, or every moderator")]);
        }

        if (form.Typed("alike") != "seen" && desk.Like(content, entry?.Id) is { Count: > 0 } alike)
        {
            return page.Show(call, entry, typed, alike: alike);
        }

        var author = new FaqAuthor(call.Who.Name, Note(typed.Note));
        var outcome = entry is null ? await desk.AddAsync(content, author, null, cancellationToken) : await desk.EditAsync(entry.Id, typed.BasedOn, draft, author, cancellationToken);
        return outcome switch
        {
            FaqOutcome.Saved saved => Shell.To(EntryPages.PathOf(saved.Entry.Id), status switch { FaqStatus.Live => "published", FaqStatus.Review => "review", _ => "draft" }),
            FaqOutcome.Conflict conflict => page.Conflict(call, conflict.Current, typed),
            FaqOutcome.Invalid invalid => page.Show(call, entry, typed, invalid.Faults),
            FaqOutcome.Unchanged => Shell.To(EntryPages.PathOf(entry!.Id), "unchanged"), // what is new is never unchanged
            _ => shell.Missing(call, Part.Entries),
        };
    }

    private static string Note(string typed) => StoredText.Clean(typed).Trim() is var note && note.Length > FaqEdit.MaxNoteLength ? note[..FaqEdit.MaxNoteLength] : StoredText.Clean(typed).Trim();

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
