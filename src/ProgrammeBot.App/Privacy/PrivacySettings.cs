using System.Globalization;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Privacy;

namespace ProgrammeBot.App.Privacy;

/// <summary>The settings under <c>Privacy:KeepDays</c>: for how many days each kind of record is kept.</summary>
internal static class PrivacySettings
{
    public const string Section = "Privacy:KeepDays";

    /// <exception cref="CommandException">A setting is wrong; names every fault with its key and the remedy.</exception>
    public static Retention Read(IConfiguration configuration)
    {
        var faults = new List<string>();
        var section = configuration.GetSection(Section);
        var usual = Retention.Default;
        string[] known = [nameof(usual.References), nameof(usual.Answers), nameof(usual.Gaps), nameof(usual.Feedback), nameof(usual.Tickets), nameof(usual.Suggestions), nameof(usual.Audit)];
        faults.AddRange(section.GetChildren().Where(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase))
            .Select(c => $"{c.Path} is no setting. There are: {string.Join(", ", known)}. Mend it in {BotSettings.File}."));
        var keeps = new Retention
        {
            References = Days(nameof(usual.References), usual.References),
            Answers = Days(nameof(usual.Answers), usual.Answers),
            Gaps = Days(nameof(usual.Gaps), usual.Gaps),
            Feedback = Days(nameof(usual.Feedback), usual.Feedback),
            Tickets = Days(nameof(usual.Tickets), usual.Tickets),
            Suggestions = Days(nameof(usual.Suggestions), usual.Suggestions),
            Audit = Days(nameof(usual.Audit), usual.Audit),
        };
        return faults.Count == 0 ? keeps : throw new CommandException(string.Join('\n', faults));

        TimeSpan Days(string name, TimeSpan otherwise)
        {
            var text = section[name];
            if (string.IsNullOrWhiteSpace(text))
            {
                return otherwise;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= Retention.Least.TotalDays && days <= Retention.Most.TotalDays)
            {
                return TimeSpan.FromDays(days);
            }

            faults.Add($"{Section}:{name} is '{text}': write a whole number of days from {Retention.Least.TotalDays:0} to {Retention.Most.TotalDays:0}.");
            return otherwise;
        }
    }
}
