namespace ProgrammeBot.Answering;

/// <summary>One step of a question's way to its reply; the steps and their order stand in <see cref="AnsweringSteps"/>.</summary>
internal interface IAnsweringStep
{
    /// <summary>The question so far, taken one step further. A step that knows the reply sets it, and the later ones are passed over.</summary>
    QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken);
}
