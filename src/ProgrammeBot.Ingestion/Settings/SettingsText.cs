using ProgrammeBot.Ingestion.Yaml;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>Opens a settings file as YAML; what is wrong with it as a whole is a problem.</summary>
internal static class SettingsText
{
    private const long MaxBytes = 4 << 20;

    /// <summary>The text of a file; null where there is no such file, or a problem was added.</summary>
    public static string? Read(string path, List<IngestionProblem> problems)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var name = Path.GetFileName(path);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                return null;
            }

            if (info.Length > MaxBytes)
            {
                problems.Add(new(name, $"it is larger than the {MaxBytes >> 20} MiB allowed for settings", "Make it smaller"));
                return null;
            }

            var decoded = TextDecoder.Decode(File.ReadAllBytes(path));
            if (decoded.Text is null)
            {
                problems.Add(new(name, decoded.Fault ?? "it is no text", decoded.Remedy));
            }

            return decoded.Text;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name, $"it could not be read: {fault.Message}", "Check that it may be read"));
            return null;
        }
    }

    /// <summary>The keys of a file; null where a problem was added.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="key">A key that such a file has.</param>
    /// <param name="problems">Where to tell what is wrong.</param>
    public static YamlMap? Parse(string name, string text, string key, List<IngestionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            switch (YamlText.Parse(text))
            {
                case YamlMap map:
                    return map;
                case null:
                    problems.Add(new(name, "it holds nothing", $"Give it the key '{key}'"));
                    return null;
                case { } other:
                    problems.Add(new(name, $"it is {other.Kind}", $"Give it the key '{key}' with a list under it", other.Line, other.Column));
                    return null;
            }
        }
        catch (YamlFault fault)
        {
            problems.Add(new(name, fault.Message, "Mend that line; quote values that hold ': ' or '#'", fault.Line, fault.Column));
            return null;
        }
    }
}
