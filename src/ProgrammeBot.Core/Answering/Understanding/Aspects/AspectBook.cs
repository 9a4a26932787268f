using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Answering.Understanding.Aspects;

/// <summary>The aspects the program knows, and the vectors of their phrasings where those were made for the encoder in use.</summary>
/// <remarks>
/// <c>aspects.txt</c>: <c>[id]</c>, a line <c>says:</c> with words parted by commas, and under <c>asks:</c> a phrasing a line behind '- '.
/// <c>aspects.vectors</c>: made from it by <c>src/Tools/EncodeAspects</c>; the SHA-256 of the text, the encoder's name, then for each phrasing
/// a scale and a byte a dimension. Vectors of another text or encoder are left aside: then words alone speak.
/// </remarks>
internal sealed class AspectBook
{
    private const string TextName = "aspects.txt";
    private const string VectorsName = "aspects.vectors";

    private static readonly Lazy<AspectBook> Embedded = new(() => new AspectBook(Parse(ReadText()), ReadVectors()));

    private readonly byte[]? _vectors;

    private AspectBook(IReadOnlyList<Aspect> aspects, byte[]? vectors)
    {
        Aspects = aspects;
        _vectors = vectors;
    }

    public static AspectBook BuiltIn => Embedded.Value;

    public IReadOnlyList<Aspect> Aspects { get; }

    public static List<Aspect> Parse(byte[] text)
    {
        var aspects = new List<Aspect>();
        var asks = new List<string>();
        using var reader = new StreamReader(new MemoryStream(text));
        string id = "";
        string[] says = [];
        for (var line = reader.ReadLine(); ; line = reader.ReadLine())
        {
            if (line is null || line.StartsWith('['))
            {
                if (id.Length > 0)
                {
                    aspects.Add(new Aspect(id, says, asks));
                }

                if (line is null)
                {
                    return aspects;
                }

                (id, says, asks) = (line.Trim('[', ']', ' '), [], []);
            }
            else if (line.StartsWith("says:", StringComparison.Ordinal))
            {
                says = line["says:".Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                asks.Add(line[2..].Trim());
            }
        }
    }

    /// <summary>The vectors of all phrasings, one behind the other; null where none were made for this encoder.</summary>
    public float[]? VectorsFor(ISentenceEncoder encoder)
    {
        if (_vectors is null)
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(_vectors));
        var text = reader.ReadBytes(SHA256.HashSizeInBytes);
        var name = reader.ReadString();
        var count = Aspects.Sum(a => a.Asks.Count);
        var row = sizeof(float) + encoder.Dimensions;
        if (!text.AsSpan().SequenceEqual(SHA256.HashData(ReadText())) || name != encoder.Name || _vectors.Length - reader.BaseStream.Position != (long)count * row)
        {
            return null;
        }

        var vectors = new float[count * encoder.Dimensions];
        for (var i = 0; i < count; i++)
        {
            var scale = reader.ReadSingle();
            var numbers = MemoryMarshal.Cast<byte, sbyte>(_vectors.AsSpan((int)reader.BaseStream.Position, encoder.Dimensions));
            reader.BaseStream.Position += encoder.Dimensions;
            for (var at = 0; at < numbers.Length; at++)
            {
                vectors[(i * encoder.Dimensions) + at] = scale * numbers[at];
            }
        }

        return vectors;
    }

    /// <summary>Writes the vectors file of the built-in text.</summary>
    public static void Encode(ISentenceEncoder encoder, Stream into)
    {
        using var writer = new BinaryWriter(into, System.Text.Encoding.UTF8, leaveOpen: true);
        var text = ReadText();
        writer.Write(SHA256.HashData(text));
        writer.Write(encoder.Name);
        foreach (var vector in Parse(text).SelectMany(a => a.Asks).Select(phrasing => TextVector.Of(encoder, phrasing)))
        {
            writer.Write(vector.Scale);
            writer.Write(MemoryMarshal.AsBytes(vector.Numbers.Span));
        }
    }

    private static byte[] ReadText() => Read(TextName) ?? throw new InvalidOperationException("The assembly lacks its aspects.");

    private static byte[]? ReadVectors() => Read(VectorsName);

    private static byte[]? Read(string name)
    {
        using var stream = typeof(AspectBook).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
