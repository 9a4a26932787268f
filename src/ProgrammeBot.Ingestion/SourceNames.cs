namespace ProgrammeBot.Ingestion;

/// <summary>Tells by their names which files of a source folder are no documents.</summary>
internal static class SourceNames
{
    /// <summary>Settings and notes that may lie beside the documents.</summary>
    private static readonly string[] Settings = ["programmes.yaml", "faq.yaml", "synonyms.yaml", "contacts.yaml", "care.yaml", "wording.yaml", "README.md"];

    private static readonly string[] Passing = [".tmp", ".temp", ".swp", ".swo", ".bak", ".part", ".crdownload", ".lock"];

    public static bool IsSetting(string name) => Settings.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Hidden files, and what editors and downloads leave beside a file while they are at it.</summary>
    public static bool IsPassing(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || name.EndsWith('~')
        || (name.StartsWith('#') && name.EndsWith('#'))
        || Passing.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
