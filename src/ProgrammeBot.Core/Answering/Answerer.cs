using ProgrammeBot.Answering.Steps;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Answering;

/// <summary>Takes a question through the steps until one knows the reply.</summary>
public sealed class Answerer : IAnswerer
{
    private readonly ICorpusSource _corpora;
    private readonly ScopeCatalog _scopes;
    private readonly IFaqBooks _faq;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<IAnsweringStep> _steps;
    private readonly FinishReply _finish;
    private readonly Wordings<AnswerWording> _wording;

    /// <param name="corpora">What is answered from.</param>
    /// <param name="knowledge">What is known beside it.</param>
    /// <param name="time">The clock.</param>
    public Answerer(ICorpusSource corpora, Knowledge knowledge, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(time);
        _corpora = corpora;
        _scopes = knowledge.Scopes;
        _faq = knowledge.Faq;
        _time = time;
        _wording = knowledge.Wording;
        _finish = new FinishReply(knowledge, time);
        _steps = AnsweringSteps.InOrder(knowledge, time);
    }

    public Answered Answer(Question question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        var start = _time.GetTimestamp();
        var corpus = _corpora.Current;
        IReadOnlyList<string> parts = question.Text.Length > Question.MaxLength ? [] : _faq.Current.Chosen(question.Text, question.EarlierTurns is [.., var before] ? before : null) is null ? QuestionSplitter.Split(CleanText.Clean(question.Text)) : [];
        if (parts.Count > 1 && Several(question, parts, corpus, cancellationToken) is { } several)
        {
            return new Answered(several.Reply, several.Trace, _time.GetElapsedTime(start));
        }

        var (reply, trace) = One(question, corpus, cancellationToken);
        return new Answered(reply, trace, _time.GetElapsedTime(start));
    }

    /// <summary>Each question answered by itself, what was asked before it known; null where they are better taken as one.</summary>
    private (Reply Reply, Trace Trace)? Several(Question question, IReadOnlyList<string> parts, ICorpus corpus, CancellationToken cancellationToken)
    {
        var replies = new List<(string, Reply)>();
        var trace = Trace.Empty;
        var before = question.EarlierTurns.ToList();
        foreach (var part in parts)
        {
            var (reply, itsTrace) = One(new Question(part) { Scope = question.Scope, Language = question.Language, EarlierTurns = [.. before], IsOneOfSeveral = true }, corpus, cancellationToken);
            if (reply is SmallTalk or Abstain { IsPrivate: true })
            {
                return null;
            }

            replies.Add((part, reply));
            trace = itsTrace.Lines.Aggregate(trace.With("question", part), (t, line) => t.With(line.Step, line.Finding));
            before.Add(part);
        }

        return SeveralQuestions.Together(replies) is { } together ? (together, trace) : null;
    }

    private (Reply Reply, Trace Trace) One(Question question, ICorpus corpus, CancellationToken cancellationToken)
    {
        var soFar = new QuestionSoFar(question, corpus, _scopes) { Says = _wording.For(question.Language) };
        foreach (var step in _steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            soFar = step.Take(soFar, cancellationToken);
            if (soFar.Reply is { } reply && soFar.IsRejected(reply))
            {
                soFar = (soFar with { Reply = null }).Noting("rejected", "passed over: it rests on what must not answer this");
            }
            else if (soFar.Reply is not null)
            {
                return (_finish.Finish(soFar, soFar.Reply), soFar.Trace);
            }
        }

        if (soFar.Rejected.Count > 0)
        {
            return (_finish.Finish(soFar, new Abstain(soFar.Says.NotHeld)), soFar.Trace);
        }

        throw new InvalidOperationException("No step answered: the last one must always reply.");
    }
}
