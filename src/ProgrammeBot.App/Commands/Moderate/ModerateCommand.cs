using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using ProgrammeBot.App.Commands.Faq;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Web;
using ProgrammeBot.App.Web.Moderation;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Moderate;

/// <summary><c>moderate</c>: who may come in to the moderators' pages.</summary>
internal static class ModerateCommand
{
    public static Command Create() => new("moderate", "Let moderators in to their pages: make a link, see and end sessions") { Link(), Sessions(), End() };

    private static Command Link()
    {
        var role = new Option<string>("--role") { Description = "The role it is bound to: one of Moderation:Roles, or with --place any", Required = true, HelpName = "R" };
        var name = new Option<string>("--name") { Description = "Who will come in by it; stands beside whatever they do", Required = true, HelpName = "N" };
        var places = new Option<string[]>("--place") { Description = "A guild, team or tenant they see, as discord:123; repeat for more. The role's own without", HelpName = "P" };
        var command = new Command("link", "Make a link that lets one moderator in, once, within ten minutes") { role, name, places };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
        {
            var configuration = BotSettings.Read();
            var who = WhoOf(parsed.GetRequiredValue(role), parsed.GetRequiredValue(name), parsed.GetValue(places) ?? [], ModerationOptions.Read(configuration));
            var link = await DeskOf(store).InviteAsync(who, By, cancellationToken);
            Console.Out.WriteLine(AddressOf(BotSettings.Web(configuration)) + link.PathAndFragment);
            await Console.Error.WriteLineAsync($"For {who.Name} as {who.Role}, once, until {Time(link.SignIn.ExpiresAt)}. It sees {(who.Places is null ? "everything" : string.Join(", ", who.Places))}.");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Sessions()
    {
        var command = new Command("sessions", "List the links and sessions that are open");
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
        {
            var open = await DeskOf(store).ListAsync(cancellationToken);
            foreach (var one in open)
            {
                Console.Out.WriteLine($"{one.Id}\t{(one.IsUsed ? "session" : "link")}\t{one.Name}\t{one.Role}\t{(one.Places is null ? "everything" : string.Join(' ', one.Places))}\tuntil {Time(one.ExpiresAt)}");
            }

            await Console.Error.WriteLineAsync($"{open.Count} open");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Command End()
    {
        var id = new Argument<string>("id") { Description = "As 'moderate sessions' lists it, or 'all'" };
        var command = new Command("end", "End a session, or take a link back") { id };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
        {
            var desk = DeskOf(store);
            var named = parsed.GetRequiredValue(id);
            IReadOnlyList<SignInId> ids = named == "all" ? [.. (await desk.ListAsync(cancellationToken)).Select(s => s.Id)]
                : SignInId.TryParse(named, out var one) ? [one]
                : throw new CommandException($"'{named}' is no id. 'moderate sessions' lists those that are open.") { ExitCode = ExitCode.WrongUse };
            var ended = 0;
            foreach (var open in ids)
            {
                ended += await desk.EndAsync(open, By, cancellationToken) ? 1 : 0;
            }

            await Console.Error.WriteLineAsync($"{ended} ended");
            return ended > 0 || named == "all" ? ExitCode.Done : throw new CommandException($"'{named}' is not open (any more).");
        }, cancellationToken));
        return command;
    }

    private static string By => StoredText.CleanLine($"console:local:{Environment.UserName}");

    private static SignInDesk DeskOf(IStore store)
    {
        var ids = new UlidSource(TimeProvider.System, RandomNumberGenerator.Fill);
        return new SignInDesk(store, ids, TimeProvider.System, RandomNumberGenerator.Fill);
    }

    private static Moderator WhoOf(string role, string name, string[] places, ModerationOptions options)
    {
        var known = options.Find(role);
        if (known is null && places.Length == 0)
        {
            throw Wrong(options.Roles.Count == 0
                ? $"--role: no role may moderate yet. Name one in appsettings.json ({ModerationOptions.Section}:Roles:{role}), or the place it moderates with --place."
                : $"--role: '{role}' is none of {ModerationOptions.Section}:Roles ({string.Join(", ", options.Roles.Select(r => r.Role))}). Choose one, add it there, or name the place it moderates with --place.");
        }

        var wanted = new List<PlaceId>();
        foreach (var place in places)
        {
            wanted.Add(!PlaceId.TryParse(place, out var id) ? throw Wrong($"--place: '{place}' is no place. Write it as platform:tenant, such as discord:123456789.")
                : known?.Places is { } reached && !reached.Any(id.IsUnder) ? throw Wrong($"--place: the role '{role}' does not reach '{place}'. It reaches {string.Join(", ", reached)}.")
                : id);
        }

        try
        {
            return new Moderator(StoredText.CleanLine(name), StoredText.CleanLine(role)) { Places = wanted.Count > 0 ? wanted : known!.Places }; // known, or a place was named
        }
        catch (ArgumentException e)
        {
            throw Wrong(e.Message.Split(" (Parameter")[0]);
        }
    }

    private static string AddressOf(WebOptions web) =>
        (web.PublicBase?.AbsoluteUri ?? WebOptions.Listed(web.Urls)[0].Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)).TrimEnd('/');

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static CommandException Wrong(string message) => new(message) { ExitCode = ExitCode.WrongUse };
}
