using System.Buffers;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Reads a body up to a length.</summary>
internal static class BodyReader
{
    /// <summary>The bytes; null where there are more than that.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        while (await body.ReadAsync(bytes.GetMemory(4096), cancellationToken) is > 0 and var read)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > most)
            {
                return null;
            }
        }

        return bytes.WrittenMemory;
    }
}
