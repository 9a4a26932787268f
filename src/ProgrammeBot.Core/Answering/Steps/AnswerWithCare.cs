using ProgrammeBot.Care;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Sends somebody in distress to people first, in the moderators' words: before small talk, search and everything else.</summary>
internal sealed class AnswerWithCare(CareBook care) : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken) =>
        care.Find(question.Text) is { } note
            ? question.Replying("care", new Abstain(note.Text) { IsPrivate = true }, note.Kind)
            : question;
}
