using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Moderation;

/// <summary>Where members suggest an entry or a better answer, and moderators take it or leave it.</summary>
/// <remarks>
/// Nothing is scrubbed: who suggests writes for others to read. Every decision has its record in the audit log; the suggester is told through
/// <see cref="ISuggestionNews"/> and forgotten. Many may call at once.
/// </remarks>
/// <param name="store">Keeps them.</param>
/// <param name="faq">Writes entries, each with the moderator's rights, and tried first.</param>
/// <param name="news">Who tells suggesters, a platform each.</param>
/// <param name="ids">Names them.</param>
public sealed class SuggestionDesk(IStore store, GatedEdits faq, IReadOnlyList<ISuggestionNews> news, UlidSource ids)
{
    /// <summary>How many of one person may wait at once.</summary>
    public const int MostOpen = 5;

    /// <summary>Somebody waits for it, on some surfaces by a press that must be answered soon.</summary>
    private static readonly TimeSpan Trying = TimeSpan.FromSeconds(3);

    /// <summary>How many may wait at once that nobody's name is with.</summary>
    public const int MostUnnamed = 200;

    /// <summary>Keeps what somebody suggests.</summary>
    /// <param name="suggested">What they wrote.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public async Task<SuggestionOutcome> SuggestAsync(NewSuggestion suggested, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggested);
        var faults = new List<FaqFault>();
        var question = FaqDraft.Line("Question", suggested.Question, FaqContent.MaxTitleLength, required: true, faults);
        var answer = StoredText.Clean(suggested.Answer).Trim();
        if (StoredText.FaultIn(answer, FaqContent.MaxAnswerLength, lines: true) is { } fault)
        {
            faults.Add(new FaqFault("Answer", fault, answer.Length > FaqContent.MaxAnswerLength ? FaqContent.MaxAnswerLength : null));
        }

        if (faults.Count > 0)
        {
            return new SuggestionOutcome.Invalid(faults);
        }

        var id = ids.NextSuggestion();
        await using var unit = await store.WriteAsync(cancellationToken);
        if (suggested.By is { } by && (await unit.Suggestions.OfAsync(by.Hash, cancellationToken)).Count >= MostOpen)
        {
            return new SuggestionOutcome.TooMany(MostOpen);
        }

        if (suggested.By is null && (await unit.Suggestions.ListAsync(SuggestionState.Open, cancellationToken)).Count(s => s.By is null) >= MostUnnamed)
        {
            return new SuggestionOutcome.TooMany(MostUnnamed);
        }

        if (suggested.Entry is { } entry && await unit.Faq.FindAsync(entry, cancellationToken) is null)
        {
            return new SuggestionOutcome.NotWritten(new FaqOutcome.Missing());
        }

        var made = new Suggestion(id, question, answer, id.Value.At) { Within = suggested.Within, Scope = suggested.Scope, Faq = suggested.Entry, By = suggested.By };
        return await unit.Suggestions.SaveAsync(made, cancellationToken) is SuggestionSave.Saved saved
            ? await CommittedAsync(unit, new SuggestionOutcome.Done(saved.Suggestion), cancellationToken)
            : new SuggestionOutcome.Missing();
    }

    /// <summary>The suggestions of one state, or all, that a moderator sees; the oldest first.</summary>
    public async Task<IReadOnlyList<Suggestion>> ListAsync(Moderator who, SuggestionState? state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var unit = await store.ReadAsync(cancellationToken);
        return [.. (await unit.Suggestions.ListAsync(state, cancellationToken)).Where(s => who.Sees(s.Within))];
    }

    /// <summary>One suggestion; null where there is none that this moderator sees.</summary>
    public async Task<Suggestion?> FindAsync(Moderator who, SuggestionId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Suggestions.FindAsync(id, cancellationToken) is { } found && who.Sees(found.Within) ? found : null;
    }

    /// <summary>A form for the entry that a suggestion makes, or for the one it changes.</summary>
    public static FaqDraft Draft(Suggestion suggestion)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        return suggestion.Faq is null
            ? new FaqDraft { Title = suggestion.Question, Answer = suggestion.Answer, Scope = suggestion.Scope ?? "" }
            : new FaqDraft { Answer = suggestion.Answer };
    }

    /// <summary>Takes a suggestion: makes an entry of it, or puts its answer into the entry it is for; in review, where it is not theirs to make live.</summary>
    /// <param name="who">Who takes it, and stands for it in the history.</param>
    /// <param name="id">The suggestion.</param>
    /// <param name="draft">What the moderator made of it; null takes it as it is.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public async Task<SuggestionOutcome> AcceptAsync(Moderator who, SuggestionId id, FaqDraft? draft, CancellationToken cancellationToken)
    {
        if (await FindAsync(who, id, cancellationToken) is not { } suggestion)
        {
            return new SuggestionOutcome.Missing();
        }

        if (suggestion.State != SuggestionState.Open)
        {
            return new SuggestionOutcome.Decided(suggestion);
        }

        const string Note = "suggested by a member";
        var edit = suggestion.Faq is { } known
            ? await faq.EditAsync(known, null, draft ?? Draft(suggestion), who, Note, Trying, cancellationToken)
            : await faq.AddAsync(draft ?? Draft(suggestion), who, Note, Trying, cancellationToken);

        // The entry is written before: were the suggestion not marked now, it would only stay open.
        return edit.Entry is { } entry
            ? await DecideAsync(who, id, "suggestion accepted", entry.Id.ToString(), (s, at) => s.AcceptedBy(who.Name, at, entry.Id), cancellationToken)
            : new SuggestionOutcome.NotWritten(edit.Outcome);
    }

    /// <summary>Leaves a suggestion.</summary>
    /// <param name="who">Who leaves it.</param>
    /// <param name="id">The suggestion.</param>
    /// <param name="note">What the suggester is told with it; may be blank.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public Task<SuggestionOutcome> DeclineAsync(Moderator who, SuggestionId id, string note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        var said = StoredText.Clean(note).Trim();
        return StoredText.FaultIn(said, FaqEdit.MaxNoteLength, blank: true, lines: true) is { } fault
            ? Task.FromResult<SuggestionOutcome>(new SuggestionOutcome.Invalid([new FaqFault("Note", fault, FaqEdit.MaxNoteLength)]))
            : DecideAsync(who, id, "suggestion declined", "", (s, at) => s.DeclinedBy(who.Name, at, said), cancellationToken);
    }

    private async Task<SuggestionOutcome> DecideAsync(
        Moderator who, SuggestionId id, string action, string detail, Func<Suggestion, DateTimeOffset, Suggestion> decide, CancellationToken cancellationToken)
    {
        var audit = ids.NextAudit();
        SuggestionOutcome.Done done;
        PersonReference? by;
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            if (await unit.Suggestions.FindAsync(id, cancellationToken) is not { } current || !who.Sees(current.Within))
            {
                return new SuggestionOutcome.Missing();
            }

            // Nothing changes under a writing unit, so it cannot conflict.
            if (current.State != SuggestionState.Open || await unit.Suggestions.SaveAsync(decide(current, audit.Value.At), cancellationToken) is not SuggestionSave.Saved saved)
            {
                return new SuggestionOutcome.Decided(current);
            }

            by = current.By;
            done = new SuggestionOutcome.Done(saved.Suggestion);
            await unit.Audit.AddAsync(new AuditRecord(audit, who.Name, action, id.ToString(), detail) { Within = current.Within }, cancellationToken);
            await unit.CommitAsync(cancellationToken);
        }

        var told = by is not null && done.Suggestion.Within is { } within && news.FirstOrDefault(n => n.Platform == within.Platform) is { } teller
            && await teller.TellAsync(done.Suggestion, by, cancellationToken);
        return done with { IsTold = told };
    }

    private static async Task<SuggestionOutcome> CommittedAsync(IUnitOfWork unit, SuggestionOutcome outcome, CancellationToken cancellationToken)
    {
        await unit.CommitAsync(cancellationToken);
        return outcome;
    }
}

/// <summary>What a member wrote: not checked yet.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Answer">What they would answer.</param>
public sealed record NewSuggestion(string Question, string Answer)
{
    /// <summary>The guild, team or tenant it is made in; null where only the operator looks after it.</summary>
    public PlaceId? Within { get; init; }

    public string? Scope { get; init; }

    /// <summary>The entry that it would change; null for a new one.</summary>
    public FaqId? Entry { get; init; }

    /// <summary>Whom to tell what became of it; null where nobody is to be told.</summary>
    public PersonReference? By { get; init; }
}

/// <summary>Tells suggesters what became of their suggestions, on one platform.</summary>
/// <remarks>Many may call at once. A platform that cannot be reached is no fault: it says so, and that is the end of it.</remarks>
public interface ISuggestionNews
{
    /// <summary>The first segment of its places.</summary>
    string Platform { get; }

    /// <summary>Whether the suggester was told.</summary>
    /// <param name="suggestion">As it was decided; it names its suggester no more.</param>
    /// <param name="by">Who suggested it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask<bool> TellAsync(Suggestion suggestion, PersonReference by, CancellationToken cancellationToken);
}

/// <summary>What became of a suggestion, or of a decision on one.</summary>
public abstract record SuggestionOutcome
{
    private SuggestionOutcome()
    {
    }

    /// <summary>Done, on disk; the suggestion as it now stands.</summary>
    public sealed record Done(Suggestion Suggestion) : SuggestionOutcome
    {
        /// <summary>Whether the suggester was told.</summary>
        public bool IsTold { get; init; }
    }

    /// <summary>Nothing was done: somebody decided it before, and this is what they made of it.</summary>
    public sealed record Decided(Suggestion Suggestion) : SuggestionOutcome;

    /// <summary>Nothing was kept: these fields cannot be.</summary>
    public sealed record Invalid(IReadOnlyList<FaqFault> Faults) : SuggestionOutcome;

    /// <summary>Nothing was kept: as many of that person, or of nobody, wait already.</summary>
    public sealed record TooMany(int Most) : SuggestionOutcome;

    /// <summary>Nothing was decided: the entry could not be written, for this reason.</summary>
    public sealed record NotWritten(FaqOutcome Why) : SuggestionOutcome;

    /// <summary>Nothing was decided: there is no such suggestion, or none that this moderator sees.</summary>
    public sealed record Missing : SuggestionOutcome;
}
