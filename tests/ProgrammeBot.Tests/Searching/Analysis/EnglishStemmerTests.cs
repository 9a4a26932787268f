using System.Diagnostics;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Tests.Searching.Analysis;

public sealed class EnglishStemmerTests
{
    private const string Dictionary = "/usr/share/dict/words";

    private const string Peer = "/usr/bin/stemwords";

    [Theory]
    [InlineData("consistency", "consist")]
    [InlineData("generously", "generous")]
    [InlineData("communities", "communiti")]
    [InlineData("skies", "sky")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("yearly", "year")]
    [InlineData("exceedingly", "exceed")]
    [InlineData("'tis's'", "tis")]
    [InlineData("", "")]
    public void A_word_loses_its_ending(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Fact]
    public async Task Every_word_of_a_dictionary_stems_as_by_libstemmer()
    {
        Assert.SkipUnless(File.Exists(Peer), "stemwords is not installed: apt install libstemmer-tools");
        Assert.SkipUnless(File.Exists(Dictionary), "no dictionary is installed: apt install wamerican");
        var cancellation = TestContext.Current.CancellationToken;
        var words = (await File.ReadAllLinesAsync(Dictionary, cancellation)).Select(w => w.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToArray();

        var expected = await StemByPeer(words, cancellation);

        Assert.Equal(words.Length, expected.Length);
        Assert.DoesNotContain(words.Zip(expected, (word, stem) => (word, stem, ours: EnglishStemmer.Stem(word))), w => w.ours != w.stem);
    }

    private static async Task<string[]> StemByPeer(string[] words, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(Peer, ["-l", "english"]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{Peer} did not start");
        var reading = process.StandardOutput.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(string.Join('\n', words) + "\n");
        process.StandardInput.Close();
        var stems = await reading;
        await process.WaitForExitAsync(cancellation);
        return stems.TrimEnd('\n').Split('\n');
    }
}
