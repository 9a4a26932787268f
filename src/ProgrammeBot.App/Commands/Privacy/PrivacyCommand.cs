using System.CommandLine;
using System.Text;
using ProgrammeBot.App.Commands.Faq;
using ProgrammeBot.App.Protection;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Privacy;

/// <summary><c>privacy show</c> and <c>privacy forget</c>: for whoever runs the bot, when a person asks by mail what is held on them, or to be forgotten.</summary>
internal static class PrivacyCommand
{
    public static Command Create() => new("privacy", "See what is held on a person, or forget them") { Show(), Forget() };

    private static Command Show()
    {
        var person = PersonArgument();
        var command = new Command("show", "Write all that is stored of a person, as JSON; what a running bot holds in memory, for hours at most, is not in it") { person };
        command.SetAction((parsed, cancellationToken) => WithDesk(parsed, async desk =>
        {
            var data = await desk.ShowAsync(PersonOf(parsed.GetRequiredValue(person)), cancellationToken);
            Console.Out.WriteLine(Encoding.UTF8.GetString(PersonalDataJson.Write(data)));
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Forget()
    {
        var person = PersonArgument();
        var command = new Command("forget", "Remove what points at a person; what a running bot holds in memory goes by itself within hours") { person };
        command.SetAction((parsed, cancellationToken) => WithDesk(parsed, async desk =>
        {
            var gone = await desk.ForgetAsync(PersonOf(parsed.GetRequiredValue(person)), cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? $"{{\"removed\": {gone}}}" : gone switch
            {
                0 => "Nothing pointed at this person.",
                1 => "Removed: 1 record that pointed at this person.",
                _ => $"Removed: {gone} records that pointed at this person.",
            });
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Argument<string> PersonArgument() => new("person")
    {
        Description = "As the bot names people: discord:users:<user id>, or teams:<tenant id>:people:<Entra object id>",
    };

    private static string PersonOf(string text) => PlaceId.TryParse(text.ToLowerInvariant(), out var id) && id.Segments.Count >= 3
        ? id.ToString()
        : throw new CommandException($"'{text}' names nobody: write discord:users:<user id>, or teams:<tenant id>:people:<Entra object id>.") { ExitCode = ExitCode.WrongUse };

    private static Task<int> WithDesk(ParseResult parsed, Func<PrivacyDesk, Task<int>> work, CancellationToken cancellationToken) => FaqCommand.WithStore(parsed, start: false, store =>
        work(new PrivacyDesk(store, DataProtectionPersons.Open(CommonOptions.Paths(parsed).Keys), new PersonMemories(), TimeProvider.System)), cancellationToken);
}
