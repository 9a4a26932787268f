namespace ProgrammeBot.App.Hosting;

/// <summary>Where the bot reads and writes; all absolute.</summary>
/// <param name="Sources">A folder of source documents, or one file.</param>
/// <param name="Index">The folder that holds a built index per source folder.</param>
/// <param name="Data">The folder of what must not be lost.</param>
/// <param name="Settings">The folder of <c>programmes.yaml</c> and the other settings files.</param>
public sealed record BotPaths(string Sources, string Index, string Data, string Settings)
{
    private const string SeedsFolder = "seeds";

    public string Programmes => Path.Combine(Settings, "programmes.yaml");

    public string Contacts => Path.Combine(Settings, "contacts.yaml");

    public string Care => Path.Combine(Settings, "care.yaml");

    public string Synonyms => Path.Combine(Settings, "synonyms.yaml");

    /// <summary>What the bot says in other words than ours.</summary>
    public string Wording => Path.Combine(Settings, "wording.yaml");

    /// <summary>The starter FAQ.</summary>
    public string Faq => Path.Combine(Settings, "faq.yaml");

    public string Store => Path.Combine(Data, "programmebot.db");

    /// <summary>The folder of the keys that protect what points at persons.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>
    /// Paths that were given resolve from the caller's folder. Those that were not lie beside the seeds: in the caller's folder
    /// if it has any, else in the nearest folder above the program that does, so that it runs from anywhere.
    /// </summary>
    public static BotPaths Resolve(string? sources, string? index, string? data, string callersFolder, string programFolder)
    {
        var home = HomeFrom(callersFolder, programFolder);
        return new BotPaths(
            Absolute(sources, SeedsFolder),
            Absolute(index, "index"),
            Absolute(data, "data"),
            Path.Combine(home, SeedsFolder));

        string Absolute(string? given, string standard) => string.IsNullOrWhiteSpace(given)
            ? Path.Combine(home, standard)
            : Path.GetFullPath(given, callersFolder);
    }

    private static string HomeFrom(string callersFolder, string programFolder)
    {
        if (Directory.Exists(Path.Combine(callersFolder, SeedsFolder)))
        {
            return callersFolder;
        }

        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SeedsFolder, "programmes.yaml")))
            {
                return folder.FullName;
            }
        }

        return callersFolder;
    }
}
