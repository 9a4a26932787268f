namespace ProgrammeBot.Ingestion;

/// <summary>A line of a stream.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Bytes">Its bytes without the line end; null where they are more than allowed.</param>
internal readonly record struct ByteLine(int Number, ReadOnlyMemory<byte>? Bytes)
{
    public bool IsBlank => Bytes is { } bytes && bytes.Span.TrimStart(" \t\r"u8).IsEmpty;
}

/// <summary>Reads a stream line by line in bounded memory. A line's bytes are good until the next is asked for.</summary>
internal sealed class LineStream(Stream stream, int maxLine)
{
    private readonly byte[] _buffer = new byte[64 << 10];
    private byte[] _line = new byte[4 << 10];
    private int _length;
    private bool _tooLong;

    public IEnumerable<ByteLine> Lines()
    {
        var number = 1;
        int read;
        while ((read = stream.Read(_buffer, 0, _buffer.Length)) > 0)
        {
            var start = 0;
            for (var end = Array.IndexOf(_buffer, (byte)'\n', 0, read); end >= 0; end = Array.IndexOf(_buffer, (byte)'\n', start, read - start))
            {
                Keep(start, end);
                yield return Take(number++);
                start = end + 1;
            }

            Keep(start, read);
        }

        if (_length > 0 || _tooLong)
        {
            yield return Take(number);
        }
    }

    private void Keep(int start, int end)
    {
        var count = end - start;
        _tooLong |= _length + count > maxLine;
        if (_tooLong)
        {
            return;
        }

        if (_length + count > _line.Length)
        {
            Array.Resize(ref _line, Math.Max(_length + count, Math.Min(maxLine, _line.Length * 2)));
        }

        _buffer.AsSpan(start, count).CopyTo(_line.AsSpan(_length));
        _length += count;
    }

    private ByteLine Take(int number)
    {
        var skip = number == 1 && _line.AsSpan(0, _length).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        ReadOnlyMemory<byte>? bytes = _tooLong ? default(ReadOnlyMemory<byte>?) : _line.AsMemory(skip, _length - skip);
        var line = new ByteLine(number, bytes);
        _length = 0;
        _tooLong = false;
        return line;
    }
}
