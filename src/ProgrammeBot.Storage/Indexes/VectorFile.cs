using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Storage.Indexes;

/// <summary>Vectors of texts on disk, by the texts' content, so that each text is encoded once. A cache: what is damaged is encoded again.</summary>
/// <remarks>
/// A header that names the encoder, then batches, each with a checksum; batches are only appended. A file of another encoder or format counts
/// as empty, and so does everything from the first damaged batch on: the next who appends cuts it off. One process appends at a time; any may read.
/// </remarks>
public sealed class VectorFile
{
    private const string LockName = "vectors.lock";
    private const int Version = 1;
    private const int ChecksumLength = 8;
    private const int MostInBatch = 1 << 16;
    private const int KeyLength = 16;
    private const int ScaleLength = sizeof(float);

    private readonly string _path;
    private readonly int _dimensions;
    private readonly byte[] _header;

    /// <param name="directory">The index folder it lies in.</param>
    /// <param name="encoder">The encoder's name.</param>
    /// <param name="dimensions">How many numbers a vector has.</param>
    public VectorFile(IndexDirectory directory, string encoder, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _path = directory.PathOf("vectors");
        _dimensions = dimensions;
        _header = HeaderOf(encoder, dimensions);
    }

    private static ReadOnlySpan<byte> Magic => "PBVECTOR"u8;

    private int EntryLength => KeyLength + ScaleLength + _dimensions;

    /// <summary>Hands over every whole entry; none where there is no file, or it is foreign or cannot be read.</summary>
    public void Read(Action<TextKey, TextVector> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        try
        {
            using var file = Open(FileMode.Open, FileAccess.Read);
            ReadBatches(file, take);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be read is an empty one.
            return;
        }
    }

    /// <summary>Takes the file for appending; null when another process has it, or it cannot be written: then vectors are not kept.</summary>
    public VectorAppender? TryAppend()
    {
        FileStream? held = null;
        FileStream? file = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            held = new FileStream(Path.Combine(Path.GetDirectoryName(_path)!, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            file = Open(FileMode.OpenOrCreate, FileAccess.ReadWrite);
            var end = ReadBatches(file, (_, _) => { });
            file.SetLength(end);
            file.Position = end;
            if (end == 0)
            {
                file.Write(_header);
            }

            return new VectorAppender(this, file, held);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            held?.Dispose();
            return null;
        }
    }

    internal byte[] BatchOf(IReadOnlyList<(TextKey Key, TextVector Vector)> entries)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, MostInBatch, nameof(entries));
        var batch = new byte[sizeof(int) + (entries.Count * EntryLength) + ChecksumLength];
        BinaryPrimitives.WriteInt32LittleEndian(batch, entries.Count);
        var at = sizeof(int);
        foreach (var (key, vector) in entries)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(batch.AsSpan(at), key.Value);
            BinaryPrimitives.WriteSingleLittleEndian(batch.AsSpan(at + KeyLength), vector.Scale);
            MemoryMarshal.AsBytes(vector.Numbers.Span).CopyTo(batch.AsSpan(at + KeyLength + ScaleLength, _dimensions));
            at += EntryLength;
        }

        ChecksumOf(batch.AsSpan(0, at)).CopyTo(batch.AsSpan(at));
        return batch;
    }

    /// <summary>Writes these and no others, and puts them in the file's place.</summary>
    internal void Replace(IEnumerable<(TextKey Key, TextVector Vector)> entries)
    {
        // Swept with the index's own leftovers if this process dies in between.
        var aside = _path + ".aside";
        using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(_header);
            foreach (var batch in entries.Chunk(1024))
            {
                file.Write(BatchOf(batch));
            }
        }

        File.Move(aside, _path, overwrite: true);
    }

    private FileStream Open(FileMode mode, FileAccess access) => new(_path, mode, access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);

    /// <summary>Where the last whole batch ends; 0 when not even the header is ours.</summary>
    private long ReadBatches(FileStream file, Action<TextKey, TextVector> take)
    {
        var header = new byte[_header.Length];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().SequenceEqual(_header))
        {
            return 0;
        }

        var end = file.Position;
        while (ReadBatch(file) is { } batch)
        {
            end = file.Position;
            for (var at = sizeof(int); at < batch.Length; at += EntryLength)
            {
                var key = new TextKey(BinaryPrimitives.ReadUInt128LittleEndian(batch.AsSpan(at)));
                var scale = BinaryPrimitives.ReadSingleLittleEndian(batch.AsSpan(at + KeyLength));
                take(key, new TextVector(MemoryMarshal.Cast<byte, sbyte>(batch.AsSpan(at + KeyLength + ScaleLength, _dimensions)).ToArray(), scale));
            }
        }

        return end;
    }

    /// <summary>Count and entries of the next batch; null at the end, and where it is damaged or cut short.</summary>
    private byte[]? ReadBatch(FileStream file)
    {
        Span<byte> count = stackalloc byte[sizeof(int)];
        if (file.ReadAtLeast(count, count.Length, throwOnEndOfStream: false) < count.Length)
        {
            return null;
        }

        var entries = BinaryPrimitives.ReadInt32LittleEndian(count);
        if (entries is <= 0 or > MostInBatch || file.Length - file.Position < ((long)entries * EntryLength) + ChecksumLength)
        {
            return null;
        }

        var batch = new byte[sizeof(int) + (entries * EntryLength)];
        count.CopyTo(batch);
        file.ReadExactly(batch.AsSpan(sizeof(int)));
        Span<byte> checksum = stackalloc byte[ChecksumLength];
        file.ReadExactly(checksum);
        return checksum.SequenceEqual(ChecksumOf(batch)) ? batch : null;
    }

    private static byte[] ChecksumOf(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..ChecksumLength];

    private static byte[] HeaderOf(string encoder, int dimensions)
    {
        var header = new byte[64];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), dimensions);
        SHA256.HashData(Encoding.UTF8.GetBytes(encoder)).CopyTo(header.AsSpan(16));
        return header;
    }
}
