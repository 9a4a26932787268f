namespace ProgrammeBot.Channels.Wire;

/// <summary>Reads a body from the network, and no more of it than is wanted.</summary>
public static class CappedBody
{
    private const int Piece = 8192;

    /// <param name="stream">The body.</param>
    /// <param name="most">The most bytes that are wanted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The bytes, and whether there were more.</returns>
    public static async Task<(byte[] Body, bool IsCutOff)> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var body = new MemoryStream();
        var buffer = new byte[Piece];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var room = most - (int)body.Length;
            body.Write(buffer, 0, Math.Min(read, room));
            if (read > room)
            {
                return (body.ToArray(), true);
            }
        }

        return (body.ToArray(), false);
    }
}
