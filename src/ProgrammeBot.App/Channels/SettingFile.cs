namespace ProgrammeBot.App.Channels;

/// <summary>A file that holds one value alone, kept out of the settings because it is secret.</summary>
internal static class SettingFile
{
    /// <summary>What stands in it, without the line end; null where there is a fault.</summary>
    /// <param name="key">The setting that names the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="what">What should stand in it, for the remedy.</param>
    /// <param name="faults">Where a fault is noted; never shows what stands in the file.</param>
    public static string? Read(string key, string path, string what, List<string> faults)
    {
        try
        {
            if (File.ReadAllText(path).Trim() is { Length: > 0 } text)
            {
                return text;
            }

            faults.Add($"{key}: '{path}' is empty; write {what} into it, and nothing else.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add($"{key}: '{path}' cannot be read ({e.Message}). Write {what} into it, and let this user read it.");
        }

        return null;
    }
}
