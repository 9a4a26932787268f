using ProgrammeBot.Channels.Text;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>Scrubs questions, finds their gaps, and keeps them: a batch is one unit of work.</summary>
/// <remarks>
/// The gaps are read when the first question comes; what other processes keep is read with each batch. Not for two callers at once.
/// </remarks>
/// <param name="store">Keeps them.</param>
/// <param name="scopes">The programmes.</param>
/// <param name="corpora">Whose words stay in a question.</param>
/// <param name="encoder">Tells the meaning; null to go by words and letters alone.</param>
/// <param name="ids">Names them.</param>
/// <param name="options">How long questions are kept.</param>
/// <param name="time">The clock.</param>
public sealed class GapKeeper(IStore store, ScopeCatalog scopes, ICorpusSource corpora, ISentenceEncoder? encoder, UlidSource ids, GapOptions options, TimeProvider time)
{
    /// <summary>Another process's clock may be this much behind.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    private readonly HashSet<GapQuestionId> _seen = [];
    private GapGroups? _groups;
    private DateTimeOffset _since;
    private DateTimeOffset _latest;

    internal async Task KeepAsync(IReadOnlyList<AskedInVain> batch, CancellationToken cancellationToken)
    {
        var questions = batch.Select(asked => (Asked: asked, Text: Kept(asked.Question))).Where(q => q.Text.Any(char.IsLetter)).ToList();
        if (questions.Count == 0)
        {
            return;
        }

        try
        {
            await using var unit = await store.WriteAsync(cancellationToken);
            var gaps = (await unit.Gaps.ListAsync(null, cancellationToken)).ToDictionary(g => g.Id);
            var groups = await ReadAsync(unit, gaps, cancellationToken);
            foreach (var (asked, text) in questions)
            {
                await KeepAsync(unit, gaps, groups, asked, text, cancellationToken);
            }

            await unit.CommitAsync(cancellationToken);
        }
        catch
        {
            // What was grouped may not be kept: the next batch reads anew.
            Forget();
            throw;
        }
    }

    private async Task KeepAsync(IUnitOfWork unit, Dictionary<GapId, Gap> gaps, GapGroups groups, AskedInVain asked, string text, CancellationToken cancellationToken)
    {
        var scope = groups.ScopeOf(text, asked.Scope);
        Gap? changed = null;
        if (groups.Find(text, scope, gaps) is not { } id)
        {
            id = ids.NextGap();
            changed = new Gap(id, text, asked.At) { Scope = scope };
        }
        else if (gaps[id] is { State: GapState.Answered or GapState.InTheDocuments } gap && !(gap.Decided?.At > asked.At))
        {
            changed = gap.Reopened();
        }

        // Nothing changes under a writing unit, so it cannot conflict.
        if (changed is not null && await unit.Gaps.SaveAsync(changed, cancellationToken) is GapSave.Saved saved)
        {
            gaps[id] = saved.Gap;
        }

        var question = new GapQuestion(ids.NextGapQuestion(), id, text, asked.At, asked.Reason) { Scope = scope, Within = asked.Within, Answer = asked.Answer };
        await unit.Gaps.AddAsync(question, cancellationToken);
        groups.Add(id, text);
        _seen.Add(question.Id);
    }

    /// <summary>The groups, with all that was kept by anybody.</summary>
    private async Task<GapGroups> ReadAsync(IUnitOfWork unit, Dictionary<GapId, Gap> gaps, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_groups is not null && _seen.Count > 1_000 && now - _since > options.Keep)
        {
            // Half of what is remembered is kept no more.
            Forget();
        }

        var isFirst = _groups is null;
        _groups ??= new GapGroups(scopes, encoder);
        if (isFirst)
        {
            _since = now;
        }

        foreach (var gap in gaps.Values.OrderBy(g => g.Id.Value))
        {
            // A decided gap may have lost its questions, and goes on by its name.
            _groups.Add(gap.Id, gap.Question);
        }

        var from = isFirst ? now - options.Keep : _latest - Slack;
        foreach (var question in await unit.Gaps.QuestionsAsync(null, from, cancellationToken))
        {
            if (_seen.Add(question.Id))
            {
                _groups.Add(question.Gap, question.Text);
            }
        }

        _latest = now;
        return _groups;
    }

    private void Forget()
    {
        _groups = null;
        _seen.Clear();
    }

    private string Kept(string question)
    {
        // Scrubbed before it is cut: half a number is no less somebody's, and no rule finds it.
        var text = Scrubber.Scrub(question, corpora.Current.Vocabulary);
        return text.Length <= Gap.MaxQuestionLength ? text : text[..TextCut.AtWord(text, Gap.MaxQuestionLength)].TrimEnd();
    }
}
