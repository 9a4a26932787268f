using ProgrammeBot.Semantics;
using ProgrammeBot.Storage.Indexes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage.Indexes;

public sealed class VectorFileTests : IDisposable
{
    private const int Dimensions = 8;
    private readonly TemporaryFolder _folder = new();
    private readonly VectorFile _file;

    public VectorFileTests() => _file = File("words 1");

    private string Path => _folder["index/vectors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_there_is_no_file_nothing_is_read() => Assert.Empty(Read(_file));

    [Fact]
    public void What_was_appended_is_read_whoever_appended_it()
    {
        Append(_file, 1, 2);
        Append(_file, 3);

        Assert.Equal([Entry(1), Entry(2), Entry(3)], Read(File("words 1")));
    }

    [Fact]
    public void One_appends_at_a_time_and_others_read_meanwhile()
    {
        using var first = _file.TryAppend();
        first!.Append([Of(1)]);

        Assert.Null(File("words 1").TryAppend());
        Assert.Equal([Entry(1)], Read(File("words 1")));
    }

    [Fact]
    public void A_file_of_another_encoder_counts_as_empty_and_is_replaced()
    {
        Append(_file, 1, 2);
        var other = File("words 2");

        Assert.Empty(Read(other));
        Append(other, 3);
        Assert.Equal([Entry(3)], Read(other));
        Assert.Empty(Read(_file));
    }

    [Fact]
    public void Wherever_the_file_is_cut_or_altered_the_whole_batches_before_it_are_read_and_it_can_be_appended_to()
    {
        Append(_file, 1);
        Append(_file, 2);
        var whole = System.IO.File.ReadAllBytes(Path);
        var batch = (whole.Length - 64) / 2;
        for (var at = 0; at < whole.Length; at += 3)
        {
            var left = at < 64 ? 0 : (at - 64) / batch;
            System.IO.File.WriteAllBytes(Path, whole[..at]);
            Assert.Equal(left, Read(_file).Count);

            var altered = whole.ToArray();
            altered[at] ^= 0x41;
            System.IO.File.WriteAllBytes(Path, altered);
            Assert.Equal(left, Read(_file).Count);

            Append(_file, 9);
            Assert.Equal([.. new[] { Entry(1), Entry(2) }.Take(left), Entry(9)], Read(_file));
        }
    }

    [Fact]
    public void Compacting_keeps_what_is_named_and_no_more()
    {
        Append(_file, 1, 2, 3);
        using (var appender = _file.TryAppend())
        {
            appender!.Compact([Of(2)]);
        }

        Assert.Equal([Entry(2)], Read(_file));
        Append(_file, 4);
        Assert.Equal([Entry(2), Entry(4)], Read(_file));
    }

    [Fact]
    public void Where_a_folder_stands_in_its_place_nothing_is_read_or_kept()
    {
        Directory.CreateDirectory(Path);

        Assert.Empty(Read(_file));
        Assert.Null(_file.TryAppend());
    }

    private VectorFile File(string encoder) => new(new IndexDirectory(_folder["index"]), encoder, Dimensions);

    private static void Append(VectorFile file, params int[] numbers)
    {
        using var appender = file.TryAppend();
        appender!.Append([.. numbers.Select(Of)]);
    }

    private static (TextKey Key, TextVector Vector) Of(int number) =>
        (TextKey.Of($"{number}"), TextVector.Of([.. Enumerable.Range(0, Dimensions).Select(i => MathF.Sin(number + i))]));

    private static string Entry(int number) => Print(Of(number).Key, Of(number).Vector);

    private static List<string> Read(VectorFile file)
    {
        var entries = new List<string>();
        file.Read((key, vector) => entries.Add(Print(key, vector)));
        return entries;
    }

    private static string Print(TextKey key, TextVector vector) => $"{key.Value:x} {vector.Scale} {string.Join(' ', vector.Numbers.ToArray())}";
}
