using ProgrammeBot.Ingestion.Yaml;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>Reads <c>faq.yaml</c>, and what <c>faq export</c> wrote.</summary>
/// <remarks>An entry that is wrong is left out and told, with its line; the others are read.</remarks>
public static class FaqFile
{
    /// <summary>Some thousands of entries with their answers.</summary>
    private const long MaxBytes = 64 << 20;

    /// <summary>The file; a missing one holds no entry, which is no problem.</summary>
    public static FaqFileOutcome Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var name = Path.GetFileName(path);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                return new FaqFileOutcome([], []);
            }

            if (info.Length is 0 or > MaxBytes)
            {
                return Failed(name, info.Length == 0 ? "it is empty" : "it is too large for a FAQ", "Give it the key 'entries'", null);
            }

            var decoded = TextDecoder.Decode(File.ReadAllBytes(path));
            return decoded.Text is { } text ? Parse(name, text) : Failed(name, decoded.Fault ?? "it is no text", decoded.Remedy, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed(name, $"it could not be read: {fault.Message}", "Check that it may be read", null);
        }
    }

    /// <summary>The file's text.</summary>
    public static FaqFileOutcome Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return YamlText.Parse(text) switch
            {
                null => Failed(name, "it holds nothing", "Give it the key 'entries'", null),
                YamlMap map => new FaqReading(name).Read(map),
                { } other => Failed(name, $"it is {other.Kind}", "Give it the key 'entries' with a list under it", other),
            };
        }
        catch (YamlFault fault)
        {
            return new FaqFileOutcome([], [new IngestionProblem(name, fault.Message, "Mend that line; quote values that hold ': ' or '#'", fault.Line, fault.Column)]);
        }
    }

    private static FaqFileOutcome Failed(string name, string reason, string remedy, YamlNode? at) =>
        new([], [new IngestionProblem(name, reason, remedy, at?.Line, at?.Column)]);
}
