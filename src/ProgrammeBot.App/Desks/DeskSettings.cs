using System.Globalization;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Gaps;
using ProgrammeBot.Privacy;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.App.Desks;

/// <summary>The settings under <c>Gaps</c> and <c>Tickets</c>.</summary>
/// <param name="Gaps">How gaps are shown.</param>
/// <param name="Tickets">What becomes of questions that nobody takes.</param>
/// <param name="Digest">The day on which moderators are told of the week; null is never.</param>
internal sealed record DeskSettings(GapOptions Gaps, TicketOptions Tickets, DayOfWeek? Digest)
{
    private const string DigestKey = "Moderation:Digest";

    /// <exception cref="CommandException">A setting is wrong; names every fault with its key and the remedy.</exception>
    public static DeskSettings Read(IConfiguration configuration, Retention keeps)
    {
        ArgumentNullException.ThrowIfNull(keeps);
        var faults = new List<string>();
        var (gaps, tickets) = (new GapOptions(), new TicketOptions());
        gaps = new GapOptions { SmallestGroup = Number(GapOptions.Section, nameof(gaps.SmallestGroup), gaps.SmallestGroup), Keep = keeps.Gaps };
        tickets = new TicketOptions
        {
            RemindAfter = Time(TicketOptions.Section, nameof(tickets.RemindAfter), tickets.RemindAfter),
            GiveUpAfter = Time(TicketOptions.Section, nameof(tickets.GiveUpAfter), tickets.GiveUpAfter),
        };
        faults.AddRange(gaps.Faults().Concat(tickets.Faults()));
        var digest = Day();
        return faults.Count == 0 ? new DeskSettings(gaps, tickets, digest) : throw new CommandException(string.Join('\n', faults));

        DayOfWeek? Day()
        {
            var text = configuration[DigestKey]?.Trim() ?? "";
            if (text.Length == 0)
            {
                return DayOfWeek.Monday;
            }

            if (text.Equals("off", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            if (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) && Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day))
            {
                return day;
            }

            faults.Add($"{DigestKey} is '{text}': write a day of the week such as monday, or off, in {BotSettings.File}.");
            return null;
        }

        int Number(string section, string name, int otherwise)
        {
            var text = configuration[$"{section}:{name}"];
            return string.IsNullOrWhiteSpace(text) ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Fault(section, name, text, "a whole number", otherwise);
        }

        TimeSpan Time(string section, string name, TimeSpan otherwise)
        {
            var text = configuration[$"{section}:{name}"];
            return string.IsNullOrWhiteSpace(text) ? otherwise : TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) ? time : Fault(section, name, text, "a time such as 04:00:00 (4 hours) or 3.00:00:00 (3 days)", otherwise);
        }

        T Fault<T>(string section, string name, string text, string what, T otherwise)
        {
            faults.Add($"{section}:{name} is '{text}': write {what} in {BotSettings.File}.");
            return otherwise;
        }
    }
}
