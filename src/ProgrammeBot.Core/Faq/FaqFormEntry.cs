using System.Globalization;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>What a form of an entry says, read as a draft.</summary>
/// <param name="Draft">The fields.</param>
/// <param name="Faults">What cannot be kept, in the moderator's language.</param>
/// <param name="Written">All that was written, to be given back where it is not taken.</param>
public sealed record FaqFormEntry(FaqDraft Draft, IReadOnlyList<string> Faults, string Written)
{
    /// <param name="form">The form, line ends as LF.</param>
    /// <param name="current">The entry as it stands; null for a new one. Sources that read as before are kept with their places.</param>
    /// <param name="scopes">The programmes there are.</param>
    /// <param name="wording">The language of the faults.</param>
    public static FaqFormEntry Of(FaqForm form, FaqContent? current, ScopeCatalog scopes, SharedWording wording)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(wording);
        var faults = new List<string>();
        var scope = form.Scope is FaqForm.Everybody or "" ? "" : form.Scope;
        if (scope.Length > 0 && scope != current?.Scope && scopes.Find(scope) is null)
        {
            faults.Add(SharedWording.Filled(wording.FaqScopeUnknown, wording.FaqScopeLabel));
        }

        var draft = new FaqDraft
        {
            Title = form.Title,
            Phrasings = FaqForm.LinesOf(form.Phrasings),
            Answer = form.Answer,
            // 'Everybody' is what it says too where the general scope itself is named.
            Scope = scope.Length == 0 && current?.Scope is { } kept && scopes.Find(kept)?.Kind == ScopeKind.General ? kept : scope,
            Citations = Sources(FaqForm.LinesOf(form.Sources), current?.Citations ?? [], faults, wording),
        };
        string[] written = [form.Title, form.Phrasings, form.Answer, form.Sources];
        return new FaqFormEntry(draft, faults, string.Join("\n\n", written.Where(w => w.Length > 0)));
    }

    private static List<FaqCitation> Sources(IReadOnlyList<string> lines, IReadOnlyList<FaqCitation> current, List<string> faults, SharedWording wording)
    {
        var sources = new List<FaqCitation>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (current.FirstOrDefault(c => FaqForm.LineOf(c) == lines[i]) is { } kept)
            {
                sources.Add(kept);
            }
            else if (SourceOf(lines[i]) is { } source)
            {
                sources.Add(source);
            }
            else
            {
                faults.Add(SharedWording.Filled(wording.FaqSourceWrong, wording.FaqSourcesLabel, (i + 1).ToString(CultureInfo.InvariantCulture)));
            }
        }

        return sources;
    }

    private static FaqCitation? SourceOf(string line)
    {
        if (line.Split(':', 2) is not [var document, var words] || !DocumentMetadata.IsId(document.Trim()))
        {
            return null;
        }

        var quote = StoredText.CleanLine(words);
        return quote.Length is 0 or > Answering.Citation.MaxQuoteLength ? null : FaqCitation.Unplaced(document.Trim(), quote);
    }
}
