using ProgrammeBot.Asking;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Asking;

public sealed class VotesTests : AskingBed
{
    [Fact]
    public async Task The_last_vote_of_each_person_on_each_reply_counts()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var (random, votes) = (new Random(seed), new Votes(Store, Ids, Clock));
            AnswerId[] answers = [Ids.NextAnswer(), Ids.NextAnswer(), Ids.NextAnswer()];
            var last = new Dictionary<(AnswerId, string), string>();
            for (var i = 0; i < 40; i++)
            {
                var (answer, person, words) = (answers[random.Next(3)], $"p{random.Next(3)}", $"{seed}.{i}");
                await votes.VoteAsync(answer, person, Vote.NotHelpful, FeedbackReason.Wrong, words, Token);
                last[(answer, person)] = words;
            }

            var kept = (await ReadAsync(unit => unit.Feedback.ListAsync(default, 1000, Token))).Where(f => answers.Contains(f.Answer));
            Assert.Equal(last.Select(l => (l.Key.Item1, l.Value)).Order(), kept.Select(f => (f.Answer, f.Words)).Order());
        }
    }

    [Fact]
    public async Task Words_that_are_too_long_or_hold_what_no_store_takes_are_made_to_fit()
    {
        await new Votes(Store, Ids, Clock).VoteAsync(Ids.NextAnswer(), "p", Vote.NotHelpful, null, "no\u0000 " + new string('x', Feedback.MaxWordsLength + 50), Token);

        var words = Assert.Single(await ReadAsync(unit => unit.Feedback.ListAsync(default, 10, Token))).Words;
        Assert.InRange(words.Length, Feedback.MaxWordsLength - 2, Feedback.MaxWordsLength);
        Assert.StartsWith("no", words, StringComparison.Ordinal);
    }
}
