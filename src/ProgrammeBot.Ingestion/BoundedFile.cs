namespace ProgrammeBot.Ingestion;

/// <summary>Reads a whole file into memory, but never more than is allowed.</summary>
internal static class BoundedFile
{
    /// <summary>The bytes, or the problem that they are too many or none.</summary>
    public static (byte[]? Bytes, IngestionProblem? Problem) Read(SourceFile file, Stream content, long limit, CancellationToken cancellationToken)
    {
        // The length is asked of the stream, where it knows: a 500 MB file is refused before its first byte is read.
        if (content.CanSeek && content.Length > limit)
        {
            return (null, TooLarge(file, content.Length, limit));
        }

        using var memory = new MemoryStream(content.CanSeek ? (int)content.Length : 0);
        var buffer = new byte[81920];
        int read;
        while ((read = content.Read(buffer, 0, buffer.Length)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (memory.Length + read > limit)
            {
                return (null, TooLarge(file, memory.Length + read, limit));
            }

            memory.Write(buffer, 0, read);
        }

        return memory.Length == 0
            ? (null, new IngestionProblem(file.Path, "it is empty", "Write something in it, or remove it"))
            : (memory.ToArray(), null);
    }

    /// <summary>The file as text; a problem beside a text is a warning.</summary>
    public static (string? Text, IngestionProblem? Problem) ReadText(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken)
    {
        var (bytes, problem) = Read(file, content, options.MaxTextBytes, cancellationToken);
        if (bytes is null)
        {
            return (null, problem);
        }

        var decoded = TextDecoder.Decode(bytes);
        var severity = decoded.Text is null ? ProblemSeverity.Skipped : ProblemSeverity.Warning;
        return (decoded.Text, decoded.Fault is null ? null : new IngestionProblem(file.Path, decoded.Fault, decoded.Remedy, Severity: severity));
    }

    private static IngestionProblem TooLarge(SourceFile file, long length, long limit) =>
        new(file.Path, $"it holds {Megabytes(length)} MB, more than the {Megabytes(limit)} MB that one document may have", "Split it, or give a corpus as JSONL");

    private static long Megabytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
