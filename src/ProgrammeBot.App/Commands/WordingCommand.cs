using System.CommandLine;
using ProgrammeBot.App.Wording;

namespace ProgrammeBot.App.Commands;

/// <summary><c>wording</c>: all that the bot says in its own words, as a file to be edited.</summary>
internal static class WordingCommand
{
    public static Command Create()
    {
        var language = new Option<string?>("--language") { Description = "One language only: en, de, or one of your wording.yaml", HelpName = "CODE" };
        var command = new Command("wording", "Print what the bot says in its own words, to be edited and saved as seeds/wording.yaml") { language };
        command.SetAction((parsed, _) => CommandLine.Guard(() =>
        {
            var books = WordingBooks.Read(CommonOptions.Paths(parsed));
            var known = books.Discord.All.Select(w => w.Language).ToList();
            var asked = parsed.GetValue(language);
            if (asked is not null && !known.Contains(asked))
            {
                throw new CommandException($"There is no language '{asked}'. There are: {string.Join(", ", known)}.") { ExitCode = ExitCode.WrongUse };
            }

            WordingFileWriter.Write(Console.Out, books, asked is null ? known : [asked]);
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }
}
