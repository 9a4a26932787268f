using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Greetings, thanks, abuse, orders and tasks are met with one polite line.</summary>
internal sealed class DeclineSmallTalk : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken) =>
        SmallTalkPatterns.Recognise(question.Text) is { } kind
            ? question.Replying("small talk", new SmallTalk(question.Says.For(kind)), kind.ToString())
            : question;
}
