using ProgrammeBot.Intents;

namespace ProgrammeBot.Answering;

/// <summary>The buttons below an entry's reply that lead to other entries.</summary>
internal static class FollowUps
{
    /// <summary>The reply with the entry's buttons, as far as where they lead is served today; a reply that offers choices of its own keeps those.</summary>
    public static Reply Under(Reply reply, FaqBook book, QuestionSoFar question, DateOnly today)
    {
        var entry = (reply as Answer)?.Faq ?? (reply as Abstain)?.Faq;
        if (entry is null || book.Find(entry) is not { Content.FollowUps: { Count: > 0 } prompts } item)
        {
            return reply;
        }

        string[] labels = [.. prompts
            .Where(p => book.Find(p.Entry.ToString()) is { } target && target.Id != item.Id && Serves(target, question, today) is not null)
            .Select(book.LabelOf).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)];
        return reply switch
        {
            Answer { Choices.Count: 0 } answer => answer with { Choices = labels },
            Abstain { Choices.Count: 0 } abstain => abstain with { Choices = labels },
            _ => reply,
        };
    }

    /// <summary>What an entry says to whoever asks for just it; null where it says nothing today.</summary>
    public static FaqReply? Serves(FaqItem item, QuestionSoFar question, DateOnly today) =>
        item.Answers && item.Content.Valid.Holds(today) ? FaqReply.Of(item, question) : null;
}
