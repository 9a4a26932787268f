using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace ProgrammeBot.Storage.Indexes;

/// <summary>A file of the index as read-only memory: the system reads a page when it is first touched and may drop it again.</summary>
/// <remarks>
/// The mapping goes when the last reference to this object (or to a <see cref="Memory{T}"/> of it) is gone.
/// A span alone does not hold it: whoever computes on spans keeps this object reachable until done.
/// The file may be deleted meanwhile, not shortened: files of an index are written once and never changed.
/// </remarks>
public sealed unsafe class MappedFile : MemoryManager<byte>
{
    /// <summary>Unmaps when it is collected, which this object's reference prevents.</summary>
    private readonly MemoryMappedViewAccessor _view;

    private readonly byte* _start;

    /// <exception cref="IOException">The file is missing, empty, longer than 2 GB or cannot be read.</exception>
    public MappedFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        if (file.Length is 0 or > int.MaxValue)
        {
            throw new IOException($"'{path}' is {file.Length} bytes long and cannot be mapped.");
        }

        Length = (int)file.Length;
        // The view holds the mapping by itself; file and mapping handles are not needed beyond this line.
        using var mapping = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = mapping.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        var handle = _view.SafeMemoryMappedViewHandle;
        handle.AcquirePointer(ref _start);
        // Given back at once: a handle with a pointer out is never unmapped. The view itself keeps the pointer good.
        handle.ReleasePointer();
        _start += _view.PointerOffset;
    }

    public int Length { get; }

    public override Span<byte> GetSpan() => new(_start, Length);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)Length, nameof(elementIndex));
        return new(_start + elementIndex, pinnable: this);
    }

    public override void Unpin()
    {
    }

    /// <summary>Nothing to do by hand: many snapshots may share a segment, and the last one to go takes it along.</summary>
    protected override void Dispose(bool disposing)
    {
    }
}
