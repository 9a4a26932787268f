using System.Globalization;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>Issues snowflakes: milliseconds since 2015 in the upper bits, each greater than the one before.</summary>
internal sealed class Ids(TimeProvider time)
{
    public const long Epoch = 1420070400000;

    private ulong last;

    public string Next()
    {
        var now = (ulong)Math.Max(1, time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        last = Math.Max(now, last + 1);
        return last.ToString(CultureInfo.InvariantCulture);
    }

    public static ulong Number(string id) => ulong.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
}
