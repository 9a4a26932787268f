using ProgrammeBot.Ingestion.Yaml;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>The scope tree as read, and what was wrong with it.</summary>
/// <param name="Catalog">The scopes that could be read; empty where the file as a whole could not.</param>
/// <param name="Problems">Each names its line and column.</param>
public sealed record ProgrammesOutcome(ScopeCatalog Catalog, IReadOnlyList<IngestionProblem> Problems);

/// <summary>Reads <c>programmes.yaml</c>.</summary>
/// <remarks>A scope that is wrong is left out and told; so are those that stand under it, since nobody knows what they inherit.</remarks>
public static class ProgrammesFile
{
    /// <summary>A tree of programmes is a page or two.</summary>
    private const long MaxBytes = 4 << 20;

    /// <summary>The file; a missing one is no problem: then every document is general.</summary>
    public static ProgrammesOutcome Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var name = Path.GetFileName(path);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                return new ProgrammesOutcome(ScopeCatalog.Empty, []);
            }

            if (info.Length is 0 or > MaxBytes)
            {
                return Failed(name, info.Length == 0 ? "it is empty" : "it is too large for a tree of programmes", "Give it the key 'scopes'", null);
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
    public static ProgrammesOutcome Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return YamlText.Parse(text) switch
            {
                null => Failed(name, "it holds nothing", "Give it the key 'scopes'", null),
                YamlMap map => new ScopeReading(name).Read(map),
                { } other => Failed(name, $"it is {other.Kind}", "Give it the key 'scopes' with a list under it", other),
            };
        }
        catch (YamlFault fault)
        {
            return new ProgrammesOutcome(ScopeCatalog.Empty, [new IngestionProblem(name, fault.Message, "Mend that line; quote values that hold ': ' or '#'", fault.Line, fault.Column)]);
        }
    }

    private static ProgrammesOutcome Failed(string name, string reason, string remedy, YamlNode? at) =>
        new(ScopeCatalog.Empty, [new IngestionProblem(name, reason, remedy, at?.Line, at?.Column)]);
}
