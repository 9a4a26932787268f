using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>The ledger as a small file in the data folder: a line per session, its time.</summary>
/// <remarks>Written aside, flushed, then put in place. Lines that cannot be read are left out: Discord's own count stands beside ours.</remarks>
public sealed class FileIdentifyLedger(string dataFolder, TimeProvider time, ILogger logger) : IIdentifyLedger
{
    public const string FileName = "discord-sessions.txt";

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly string _path = Path.Combine(dataFolder, FileName);

    public async Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_path))
        {
            return [];
        }

        var now = time.GetUtcNow();
        var times = new List<DateTimeOffset>();
        foreach (var line in await File.ReadAllLinesAsync(_path, cancellationToken))
        {
            if (!DateTimeOffset.TryParseExact(line, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            {
                logger.LogWarning("A line of {File} is not a time and is left out", FileName);
            }
            else if (at > now - TimeSpan.FromDays(1))
            {
                // Later than now: the clock was set back. It counts as of now, or it would count for too long.
                times.Add(at > now ? now : at);
            }
        }

        return [.. times.Order()];
    }

    public async Task AddAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var times = await ReadAsync(cancellationToken);
        var text = new StringBuilder();
        foreach (var one in times.Append(at))
        {
            text.Append(one.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)).Append('\n');
        }

        Directory.CreateDirectory(dataFolder);
        var aside = _path + ".aside";
        await using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, _path, overwrite: true);
    }
}
