using System.Globalization;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Documents;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Ingestion.Markup;
using ProgrammeBot.Passages;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>The form of an entry, and what is shown round it: faults, likes, passages found, another's change.</summary>
internal sealed class EntryForm(Shell shell, ICorpusSource corpora, ScopeCatalog scopes, ModerationOptions options)
{
    private const int PassagesFound = 5;

    public IResult Show(
        SignedIn call, FaqEntry? entry, EntryTyped typed, IReadOnlyList<FaqFault>? faults = null, GateReport? report = null, string? refused = null, string find = "") => shell.Page(
        call, Part.Entries, entry is null ? "New entry" : "Edit: " + entry.Content.Title,
        html =>
        {
            if (faults is { Count: > 0 })
            {
                html.AddMarkup("<p class=\"notice\" role=\"alert\">Not saved yet: ").Add($"{(faults.Count == 1 ? "one thing is" : $"{faults.Count} things are")} to be mended below.</p>\n");
            }

            if (refused is not null)
            {
                html.Add($"<p class=\"notice\" role=\"alert\">Not saved yet: {refused}</p>\n");
            }

            if (report is not null)
            {
                html.AddMarkup("<p class=\"notice\" role=\"status\">Not saved yet: look at what it would change, then publish, or go on writing.</p>\n");
                GateView.Write(html, report);
            }

            Fields(html, call, entry, typed, faults ?? [], report is not null, find);
        },
        refused is not null ? StatusCodes.Status403Forbidden
        : faults is { Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        entry is null ? (Part.Entries.Path, "Entries") : (EntryPages.PathOf(entry.Id), entry.Content.Title));

    /// <summary>Somebody else was faster: theirs beside what was typed, and the form once more, on theirs.</summary>
    public IResult Conflict(SignedIn call, FaqEntry theirs, EntryTyped typed) => shell.Page(
        call, Part.Entries, "Somebody else changed it meanwhile",
        html =>
        {
            html.Add($"<p class=\"notice\" role=\"alert\"><bdi>{theirs.UpdatedBy}</bdi> saved revision {theirs.Revision} while you wrote. Nothing of yours was saved yet, and nothing of theirs was overwritten.</p>\n");
            html.AddMarkup("<p>Below you see where yours differs: what only they have is struck out, what only you have is underlined. Take over from theirs what you want to keep, then save.</p>\n");
            var mine = typed.Draft(theirs.Content.Status).Over(theirs.Content).Content;
            if (mine is not null)
            {
                Differences.Write(html, theirs.Content, mine);
            }

            html.Add($"<p><a class=\"plain\" href=\"{EntryPages.PathOf(theirs.Id)}\">Leave it as they wrote it</a></p>\n<h2>Yours</h2>\n");
            Fields(html, call, theirs, typed with { BasedOn = theirs.Revision }, [], tried: true, "");
        },
        StatusCodes.Status409Conflict,
        (EntryPages.PathOf(theirs.Id), theirs.Content.Title));

    private void Fields(Html html, SignedIn call, FaqEntry? entry, EntryTyped typed, IReadOnlyList<FaqFault> faults, bool tried, string find)
    {
        var form = Form.Begin(html, call, entry is null ? EntryWriting.NewPath : EntryPages.PathOf(entry.Id) + "/edit", "entry");
        form.Hidden("basedon", typed.BasedOn.ToString(CultureInfo.InvariantCulture));
        if (tried)
        {
            form.Hidden("tried", "seen");
        }

        form.Line("title", "Question", typed.Title, "As people see it.", Fault(faults, nameof(FaqDraft.Title)), FaqContent.MaxTitleLength, required: true);
        form.Text("phrasings", "Other ways to ask it", typed.Phrasings, "One a line. The more ways students really ask it, the better it is found.", Fault(faults, nameof(FaqDraft.Phrasings)), 5);
        html.AddMarkup("<div class=\"beside\">\n");
        form.Text("answer", "Answer", typed.Answer, "Markdown: **bold**, lists with ‘- ’, links. [1] marks the first passage below.", Fault(faults, nameof(FaqDraft.Answer)), 9, FaqContent.MaxAnswerLength);
        html.AddMarkup("<section class=\"preview\" aria-label=\"Preview of the answer\"><p class=\"label\">Preview</p><div id=\"preview\" class=\"markdown\" dir=\"auto\">").AddMarkup(SafeMarkdown.ToHtml(typed.Answer))
            .AddMarkup("</div><noscript><button class=\"plain\" name=\"do\" value=\"preview\">Refresh</button></noscript></section>\n</div>\n");
        Citations(html, form, typed, Fault(faults, nameof(FaqDraft.Citations)), find);
        form.Text(
            "followups", "Follow-ups", typed.FollowUps ?? "", $"Buttons below the answer that lead to other entries, at most {FaqContent.MaxFollowUps}. One a line: words of the button -> name of the entry, or the name alone.",
            Fault(faults, nameof(FaqDraft.FollowUps)), 3);
        html.AddMarkup("<fieldset class=\"columns\"><legend>Whom and when it is for</legend>\n");
        form.Choice("scope", "Scope", Scopes(typed.Scope), typed.Scope, "", Fault(faults, nameof(FaqDraft.Scope)));
        form.Choice("owner", "Owner", Owners(call, typed.Owner), typed.Owner, "", Fault(faults, nameof(FaqDraft.OwnerRole)));
        form.Line("tags", "Tags", typed.Tags, "Commas between.", Fault(faults, nameof(FaqDraft.Tags)), 1200);
        form.Day("from", "Valid from", typed.From, Fault(faults, nameof(FaqDraft.ValidFrom)));
        form.Day("until", "Valid until", typed.Until, Fault(faults, nameof(FaqDraft.ValidUntil)));
        html.AddMarkup("</fieldset>\n");
        form.Line("note", "What you changed, for the history", typed.Note, max: FaqEdit.MaxNoteLength);
        form.BeginButtons();
        if (entry is null || call.Who.MayChange(entry.Content))
        {
            form.Button(tried ? "Publish all the same" : "Publish", "publish", "main-button").Button("Ask for a review", "review").Button("Save as a draft", "draft");
        }
        else
        {
            html.Add($"<p class=\"hint\">The entry is for the role ‘{entry.Content.OwnerRole}’: you can send a change to its review.</p>\n");
            form.Button("Ask for a review", "review", "main-button");
        }

        form.Button("What would it change?", "try").EndButtons().End();
    }

    private void Citations(Html html, Form form, EntryTyped typed, string? fault, string find)
    {
        var corpus = corpora.Current;
        html.AddMarkup(fault is null ? "<fieldset>" : "<fieldset class=\"wrong\">").AddMarkup("<legend>Passages it rests on</legend>\n");
        if (fault is not null)
        {
            html.Add($"<p class=\"fault\">{fault}</p>\n");
        }

        if (typed.Citations.Count == 0)
        {
            html.AddMarkup("<p class=\"hint\">None chosen yet. Search for the passage, and tick the words that say so.</p>\n");
        }

        for (var i = 0; i < typed.Citations.Count; i++)
        {
            var citation = typed.Citations[i];
            Tick(html, CitedField.Of(citation), $"[{i + 1}] {citation.Quote}", corpus.Find(citation.Cited.DocumentId)?.Metadata.Title ?? citation.Cited.DocumentId, on: true);
        }

        html.AddMarkup("<div class=\"find\">\n");
        form.Line("find", "Find a passage", find, max: 300);
        form.Button("Find", "find");
        html.AddMarkup("</div>\n");
        if (find.Length > 0)
        {
            Found(html, corpus, find, [.. typed.Citations.Select(CitedField.Of)]);
        }

        html.AddMarkup("<details><summary>Or paste the words to quote</summary>\n");
        form.Choice("quotedocument", "Document", corpus.Documents.Select(d => (d.Id, d.Title)), "");
        form.Text("quotewords", "Words, exactly as they stand there", "", rows: 3);
        html.AddMarkup("</details>\n</fieldset>\n");
    }

    private static void Found(Html html, ICorpus corpus, string find, HashSet<string> chosen)
    {
        var hits = corpus.Index.Find(new PassageQuery(find), PassagesFound);
        if (hits.Count == 0)
        {
            html.AddMarkup("<p class=\"hint\" role=\"status\">No passage holds these words. Try others.</p>\n");
        }

        foreach (var hit in hits)
        {
            if (corpus.Find(hit.Passage.Id.Document) is { } document)
            {
                html.Add($"<div class=\"hit\"><p class=\"facts\" dir=\"auto\">{string.Join(" › ", hit.Passage.HeadingPath.Prepend(document.Metadata.Title))}</p>\n");
                foreach (var (spans, words) in Pieces(document, hit.Passage))
                {
                    var value = CitedField.Of(document.Id, document.Version, spans);
                    if (!chosen.Contains(value))
                    {
                        Tick(html, value, words, null, on: false);
                    }
                }

                html.AddMarkup("</div>\n");
            }
        }
    }

    /// <summary>The passage's paragraphs, items and lines, each to be quoted alone; a table's line with its header.</summary>
    private static IEnumerable<(IReadOnlyList<TextSpan> Spans, string Words)> Pieces(SourceDocument document, Passage passage)
    {
        foreach (var block in document.Blocks.Where(b => b.Span.Overlaps(passage.Span) && b.Kind != BlockKind.TableHeader))
        {
            var words = document.Text[block.Span.Start..block.Span.End];
            yield return passage.HeaderSpan.IsEmpty || block.Table < 0 ? ([block.Span], words) : ([passage.HeaderSpan, block.Span], $"{passage.TableHeader}\n{words}");
        }
    }

    private static void Tick(Html html, string value, string words, string? from, bool on)
    {
        html.Add($"<label class=\"tick quote\"><input type=\"checkbox\" name=\"cite\" value=\"{value}\"").AddMarkup(on ? " checked>" : ">").Add($" <span dir=\"auto\">{words}");
        if (from is not null)
        {
            html.Add($"<span class=\"facts\">{from}</span>");
        }

        html.AddMarkup("</span></label>\n");
    }

    private IEnumerable<(string Value, string Words)> Scopes(string chosen)
    {
        var known = scopes.Scopes.Select(s => (s.Id, new string('\u2003', (int)s.Kind) + s.Name)).Prepend(("", "Everybody"));
        return chosen.Length == 0 || scopes.Find(chosen) is not null ? known : known.Append((chosen, chosen + " (not among the programmes)"));
    }

    private IEnumerable<(string Value, string Words)> Owners(SignedIn call, string chosen) =>
        options.Roles.Select(r => r.Role).Append(call.Who.Role).Append(chosen).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal)
            .Select(r => (r, options.Find(r)?.Name ?? r)).Prepend(("", "every moderator"));

    private static string? Fault(IReadOnlyList<FaqFault> faults, string field) =>
        faults.Where(f => f.Field == field || f.Field.StartsWith(field + "[", StringComparison.Ordinal)).Select(f => (string?)$"{Named(f.Field)} {f.What}.").FirstOrDefault();

    private static string Named(string field) => field switch
    {
        nameof(FaqDraft.OwnerRole) => "The owner",
        nameof(FaqDraft.ValidFrom) => "The first day",
        nameof(FaqDraft.ValidUntil) => "The last day",
        nameof(FaqDraft.Citations) => "The passages",
        nameof(FaqDraft.Phrasings) => "The ways to ask",
        nameof(FaqDraft.Title) => "The question",
        nameof(FaqDraft.FollowUps) => "The list of follow-ups",
        _ when field.IndexOf('[', StringComparison.Ordinal) is > 0 and var at && int.TryParse(field[(at + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) => $"Number {index + 1}",
        _ => "The " + field.ToLowerInvariant(),
    };
}
