namespace ProgrammeBot.Ingestion;

/// <summary>Reads one file format.</summary>
/// <remarks>
/// What is wrong with a file's content is a problem among the items; exceptions are for faults of the machine and the program, and
/// <see cref="SourceFolder"/> tells them as problems of that file as well. A reader keeps no state: many files may be read at once.
/// </remarks>
public interface IDocumentReader
{
    /// <summary>The extensions of the format, with their dots, in lower-case letters.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Reads while it is enumerated; one file may hold many documents, and they are not held together.</summary>
    /// <param name="file">What is known of the file.</param>
    /// <param name="content">Its bytes from the start; the caller closes it.</param>
    /// <param name="options">The limits.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IEnumerable<ReadItem> Read(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken);
}
