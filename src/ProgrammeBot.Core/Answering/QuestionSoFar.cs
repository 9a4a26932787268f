using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Answering.Understanding.Aspects;
using ProgrammeBot.Channels;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Answering;

/// <summary>What the steps have made of a question up to here.</summary>
internal sealed record QuestionSoFar(Question Asked, ICorpus Corpus, ScopeCatalog Scopes)
{
    /// <summary>Our own words, in the language it is answered in.</summary>
    public AnswerWording Says { get; init; } = AnswerWording.English;

    /// <summary>The words as they are worked on: cleaned, corrected, completed from earlier turns.</summary>
    public string Text { get; init; } = Asked.Text;

    /// <summary>The words without the names of programmes: what is searched for.</summary>
    public string Wanted { get => field ?? Text; init; }

    /// <summary>Words taken over from earlier turns, which count less than the asker's last ones.</summary>
    public string Carried { get; init; } = "";

    /// <summary>Words of ours for the kind of thing asked for, when the asker gave none.</summary>
    public string Added { get; init; } = "";

    public QuestionKind Kind { get; init; }

    /// <summary>What an answering sentence must hold: the kind, or for a comparison that of what is compared.</summary>
    public QuestionKind Holding { get; init; }

    /// <summary>The terms of things the question calls by name (a module of a table): an answer must speak of one of them.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Named { get; init; } = [];

    /// <summary>The programmes the question names or its place sets, in the order named; empty when it names none.</summary>
    public IReadOnlyList<Scope> Programmes { get; init; } = [];

    /// <summary>Whether it speaks, by name, of what the general documents are about, and of no programme.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>Whether it speaks, by name, of what the general documents are about, beside a programme or not.</summary>
    public bool SpeaksOfGeneral { get; init; }

    /// <summary>Other universities and degrees named, which no document describes.</summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];

    public IReadOnlyList<WeighedTerm> Terms { get; init; } = [];

    /// <summary>What it asks for, the likeliest first.</summary>
    public IReadOnlyList<AskedAspect> Aspects { get; init; } = [];

    /// <summary>By which words the documents speak of that.</summary>
    public AspectEvidence Speaks { get; init; } = AspectEvidence.None;

    /// <summary>The sentence vector of what is asked; empty where there is no encoder.</summary>
    public float[] Vector { get; init; } = [];

    /// <summary>Words that stand side by side in the question.</summary>
    public IReadOnlySet<(string, string)> Phrases { get; init; } = new HashSet<(string, string)>();

    /// <summary>The best sentences and rows, best first.</summary>
    public IReadOnlyList<EvidenceUnit> Evidence { get; init; } = [];

    /// <summary>Titles of FAQ entries that come near: a refusal offers them.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];

    /// <summary>A FAQ entry's reply that answers if the documents do not.</summary>
    public Reply? Held { get; init; }

    /// <summary>What moderators found to be no answer to it.</summary>
    public IReadOnlyList<RejectedPassage> Rejected { get; init; } = [];

    /// <summary>Set by the step that knows what to say.</summary>
    public Reply? Reply { get; init; }

    public Trace Trace { get; init; } = Trace.Empty;

    public QuestionSoFar Noting(string step, string finding) => this with { Trace = Trace.With(step, finding) };

    public QuestionSoFar Replying(string step, Reply reply, string why) => this with { Reply = reply, Trace = Trace.With(step, why) };

    /// <summary>Whether an answer rests on what must not answer it. What moderators themselves wrote is rejected as an entry, not as a passage.</summary>
    public bool IsRejected(Reply reply) =>
        Rejected.Count > 0 && reply is Answer answer && !FaqId.IsId(answer.Faq)
        && answer.Citations.Any(c => c.Spans.Any(span => Rejected.Any(r => r.Overlaps(c.Document.Id, span))));

    public bool Equals(QuestionSoFar? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
