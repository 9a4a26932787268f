using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.App.Commands.Faq;
using ProgrammeBot.App.Desks;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Privacy;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Desks;

/// <summary>What the commands of the moderators' desks share.</summary>
internal static class DeskCommand
{
    /// <summary>Whoever works at the command line sees and may do everything.</summary>
    public static Moderator Operator => new(StoredText.CleanLine($"console:local:{Environment.UserName}"), "operator") { Places = null };

    public static UlidSource Ids() => new(TimeProvider.System, RandomNumberGenerator.Fill);

    /// <summary>Runs a command that needs no more than the store.</summary>
    public static Task<int> WithGapsAsync(ParseResult parsed, Func<GapDesk, Task<int>> body, CancellationToken cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
    {
        await using var bot = Bot.Assemble(CommonOptions.Paths(parsed), TimeProvider.System, encoder: false);
        return await body(DeskServices.Gaps(bot, store, EditsOf(FaqStore.DeskOf(store)), NobodyWatches.Instance, bot.Answerer, Ids(), Settings().Gaps));
    }, cancellationToken);

    /// <summary>Runs a command that asks the documents as well.</summary>
    public static Task<int> WithAnswersAsync(ParseResult parsed, Func<GapDesk, Task<int>> body, CancellationToken cancellationToken) => CommandLine.Guard(async () =>
    {
        await using var bot = await Bot.OpenAsync(parsed, cancellationToken);
        await using var store = await FaqStore.OpenAsync(bot.Paths, cancellationToken);
        await bot.ReadFaqAsync(store, cancellationToken);
        var changes = new LiveFaqChanges(bot.Faq, store, NullLogger<LiveFaqChanges>.Instance);
        return await body(DeskServices.Gaps(bot, store, EditsOf(new FaqDesk(store, bot.Faq, changes, Ids())), changes, bot.Answerer, Ids(), Settings().Gaps));
    });

    /// <summary>The desk that writes entries as whoever runs the bot has set it.</summary>
    public static FaqReviewDesk ReviewOf(FaqDesk desk) => new(desk, LifeSettings.Read(BotSettings.Read()).SecondPerson);

    /// <summary>The same, for desks that try edits first: here 'faq gate' is a command of its own.</summary>
    public static GatedEdits EditsOf(FaqDesk desk) => new(desk, ReviewOf(desk), null);

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>One line of a table, whatever stands in a cell.</summary>
    public static void Row(params IReadOnlyList<object?> cells) =>
        Console.Out.WriteLine(string.Join('\t', cells.Select(c => StoredText.CleanLine(string.Create(CultureInfo.InvariantCulture, $"{c}")))));

    public static void Json(object value) => Console.Out.WriteLine(FaqEntryContract.Json(value));

    public static CommandException NoId(string text, string list) => new($"'{text}' is no id. '{list}' names those there are.") { ExitCode = ExitCode.WrongUse };

    /// <summary>Why an entry was not written.</summary>
    public static CommandException NotWritten(FaqOutcome why) => new(why switch
    {
        FaqOutcome.Invalid invalid => $"Nothing was changed: {string.Join("; ", invalid.Faults)}.",
        FaqOutcome.Conflict conflict => $"Nothing was changed: '{conflict.Current.Id}' was changed by {conflict.Current.UpdatedBy} meanwhile. Try again.",
        _ => "Nothing was changed: there is no such entry. 'faq list' names those there are.",
    });

    private static DeskSettings Settings()
    {
        var configuration = BotSettings.Read();
        return DeskSettings.Read(configuration, PrivacySettings.Read(configuration));
    }
}
