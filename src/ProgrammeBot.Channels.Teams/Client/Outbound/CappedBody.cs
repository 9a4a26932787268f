namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>Reads an answer's body, and no more of it than is wanted.</summary>
internal static class CappedBody
{
    public static async Task<(byte[] Body, bool IsCutOff)> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[8192];
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
