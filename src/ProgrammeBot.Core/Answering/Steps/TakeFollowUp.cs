using ProgrammeBot.Intents;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Answers from the entry that a button below the last reply leads to, when its words come back as a question.</summary>
internal sealed class TakeFollowUp(IFaqBooks books, TimeProvider time) : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var book = books.Current;
        if (book.Chosen(question.Text, question.Asked.EarlierTurns is [.., var before] ? before : null) is not { } item)
        {
            return question;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return FollowUps.Serves(item, question, today) is { } served
            ? question.Replying("follow-up", FollowUps.Under(FaqReply.Together([served], question), book, question, today), $"a button leads to '{item.Id}'")
            : question;
    }
}
