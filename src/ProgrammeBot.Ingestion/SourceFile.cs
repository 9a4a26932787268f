namespace ProgrammeBot.Ingestion;

/// <summary>A file of a source folder as it was when the folder was scanned.</summary>
/// <param name="Path">Its path within the folder, with '/' between the parts; the file's name where the source is one file.</param>
/// <param name="FullPath">Where it lies.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="LastWrite">When it was last written.</param>
public sealed record SourceFile(string Path, string FullPath, long Length, DateTimeOffset LastWrite)
{
    /// <summary>Its name without folders and extension: the id of its document, where the document itself names none.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>With its dot, in lower-case letters.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();
}
