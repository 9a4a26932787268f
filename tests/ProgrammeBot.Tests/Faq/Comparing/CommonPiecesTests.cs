using ProgrammeBot.Faq.Comparing;

namespace ProgrammeBot.Tests.Faq.Comparing;

public sealed class CommonPiecesTests
{
    /// <summary>The oracle: the weight of the weightiest common subsequence by the table of the textbook.</summary>
    private static int Weightiest(List<string> left, List<string> right)
    {
        var table = new int[left.Count + 1, right.Count + 1];
        for (var i = 1; i <= left.Count; i++)
        {
            for (var j = 1; j <= right.Count; j++)
            {
                table[i, j] = left[i - 1] == right[j - 1] ? Math.Max(table[i - 1, j - 1] + CommonPieces.WeightOf(left[i - 1]), Math.Max(table[i - 1, j], table[i, j - 1])) : Math.Max(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[left.Count, right.Count];
    }

    [Fact]
    public void What_stays_is_the_same_on_both_sides_and_as_much_as_can_be()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 600; round++)
        {
            var letters = random.Next(1, 6);
            var (left, right) = (List(random, letters), List(random, letters));

            var (stays, wasThere) = CommonPieces.Of(left, right);

            var kept = left.Where((_, i) => stays[i]).ToList();
            Assert.Equal(kept, right.Where((_, i) => wasThere[i]));
            Assert.True(kept.Sum(CommonPieces.WeightOf) == Weightiest(left, right), $"round {round}: {string.Join("", left)} and {string.Join("", right)} keep {string.Join("", kept)}");
        }
    }

    [Fact]
    public void Two_texts_as_long_as_an_answer_may_be_that_share_little_are_compared_in_bounded_memory()
    {
        // The worst case: every character a piece of its own, and hardly a common beginning or end.
        var random = new Random(7);
        List<string> left = [.. Enumerable.Range(0, 8000).Select(_ => ((char)random.Next('!', '/')).ToString())];
        List<string> right = [.. Enumerable.Range(0, 8000).Select(_ => ((char)random.Next('!', '/')).ToString())];
        CommonPieces.Of(left[..10], right[..10]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (stays, wasThere) = CommonPieces.Of(left, right);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(left.Where((_, i) => stays[i]), right.Where((_, i) => wasThere[i]));
    }

    private static List<string> List(Random random, int letters) => [.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => random.Next(3) == 0 ? " " : ((char)('a' + random.Next(letters))).ToString())];
}
