using ProgrammeBot.Semantics;

namespace ProgrammeBot.Storage.Indexes;

/// <summary>Appends to a file of vectors, as the only one who does until disposed.</summary>
public sealed class VectorAppender : IDisposable
{
    private readonly VectorFile _of;
    private readonly FileStream _file;
    private readonly FileStream _lock;

    internal VectorAppender(VectorFile of, FileStream file, FileStream held) => (_of, _file, _lock) = (of, file, held);

    /// <exception cref="IOException">The disk is full, say. What was appended before is there.</exception>
    public void Append(IReadOnlyList<(TextKey Key, TextVector Vector)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var batch in entries.Chunk(1024))
        {
            _file.Write(_of.BatchOf(batch));
        }

        _file.Flush();
    }

    /// <summary>Keeps these and no others. Nothing may be appended after it.</summary>
    /// <exception cref="IOException">The file is as it was.</exception>
    public void Compact(IEnumerable<(TextKey Key, TextVector Vector)> entries) => _of.Replace(entries);

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }
}
