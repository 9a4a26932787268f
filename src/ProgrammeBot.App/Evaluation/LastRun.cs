using System.Text.Json;

namespace ProgrammeBot.App.Evaluation;

/// <summary>Which questions of a file passed at the last run: kept in the data folder, so that a run can say what changed.</summary>
internal sealed class LastRun(string dataFolder, string evaluationFile)
{
    private readonly string _path = Path.Combine(
        dataFolder, "evaluations", $"{Path.GetFileNameWithoutExtension(evaluationFile)}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Path.GetFullPath(evaluationFile))))[..8]}.json");

    /// <summary>The ids that passed; empty at the first run, or when what was kept cannot be read.</summary>
    public IReadOnlySet<string> Passed()
    {
        try
        {
            return File.Exists(_path) ? JsonSerializer.Deserialize<HashSet<string>>(File.ReadAllText(_path)) ?? [] : new HashSet<string>();
        }
        catch (JsonException)
        {
            return new HashSet<string>();
        }
    }

    public void Keep(IEnumerable<string> passed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var aside = _path + ".new";
        File.WriteAllText(aside, JsonSerializer.Serialize(passed.Order(StringComparer.Ordinal)));
        File.Move(aside, _path, overwrite: true);
    }
}
