using System.CommandLine;
using ProgrammeBot.Documents;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary>An option for every field of an entry. An option given as '' empties its field; lists are given by repeating the option.</summary>
internal sealed class FaqFields
{
    private readonly Option<string?> _title = new("--title") { Description = "The question as people see it" };
    private readonly Option<string[]> _phrasings = new("--phrasing") { Description = "Another way to ask it; repeat for more. They replace those there are" };
    private readonly Option<string?> _answer = new("--answer") { Description = "The answer in Markdown; [1] marks the first citation. @FILE reads it from a file" };
    private readonly Option<string[]> _citations = new("--cite") { Description = "DOCUMENT: words quoted from it; repeat for more. They replace those there are", HelpName = "DOCUMENT:QUOTE" };
    private readonly Option<string?> _scope = new("--scope") { Description = "The id of the scope it speaks of; general without", HelpName = "ID" };
    private readonly Option<string[]> _tags = new("--tag") { Description = "A tag; repeat for more. They replace those there are" };
    private readonly Option<string?> _owner = new("--owner") { Description = "The role that looks after it" };
    private readonly Option<string?> _from = new("--valid-from") { Description = "The first day on which it is true", HelpName = "YYYY-MM-DD" };
    private readonly Option<string?> _until = new("--valid-until") { Description = "The last day on which it is true", HelpName = "YYYY-MM-DD" };
    private readonly Option<string[]> _followUps = new("--follow-up") { Description = "A button to another entry: 'label -> entry', or the entry alone; repeat for more. They replace those there are", HelpName = "LABEL->ID" };
    private readonly Option<string?> _status = new("--status") { Description = "draft, review, live or retired" };
    private readonly Option<int?> _revision = new("--revision") { Description = "The revision the change is based on: refused if somebody changed the entry since" };
    private readonly Option<string?> _by = new("--by") { Description = "Who writes; the user's name without" };
    private readonly Option<string?> _note = new("--note") { Description = "What was changed, for the history" };

    public void AddTo(Command command, bool titleRequired)
    {
        _title.Required = titleRequired;
        foreach (var option in (Option[])[_title, _phrasings, _answer, _citations, _scope, _tags, _owner, _from, _until, _followUps, _status])
        {
            command.Add(option);
        }

        AddHistoryTo(command);
    }

    public void AddHistoryTo(Command command)
    {
        command.Add(_revision);
        command.Add(_by);
        command.Add(_note);
    }

    /// <summary>The revision that the change is based on, where one was named.</summary>
    public int? BasedOn(ParseResult parsed) => parsed.GetValue(_revision);

    /// <exception cref="CommandException">Name or note cannot be kept.</exception>
    public FaqAuthor Author(ParseResult parsed) => Checked(() => new FaqAuthor(
        StoredText.CleanLine(parsed.GetValue(_by) ?? $"console:local:{Environment.UserName}"),
        StoredText.Clean(parsed.GetValue(_note) ?? "")));

    /// <summary>The content with the fields that were given.</summary>
    /// <exception cref="CommandException">A value cannot be kept; names its option.</exception>
    public FaqContent Apply(ParseResult parsed, FaqContent content) => Checked(() =>
    {
        content = Given(parsed, _title) is { } title ? content with { Title = Line(title) } : content;
        content = List(parsed, _phrasings) is { } phrasings ? content with { Phrasings = phrasings } : content;
        content = Given(parsed, _answer) is { } answer ? content with { Answer = Answer(answer) } : content;
        content = List(parsed, _citations) is { } citations ? content with { Citations = [.. citations.Select(Citation)] } : content;
        content = Given(parsed, _scope) is { } scope ? content with { Scope = Optional(scope) } : content;
        content = List(parsed, _tags) is { } tags ? content with { Tags = tags } : content;
        content = Given(parsed, _owner) is { } owner ? content with { OwnerRole = Optional(owner) } : content;
        content = content with { Valid = new Validity(Day(parsed, _from, content.Valid.From), Day(parsed, _until, content.Valid.Until)) };
        content = List(parsed, _followUps) is { } prompts ? content with { FollowUps = [.. prompts.Select(FollowUp)] } : content;
        return Given(parsed, _status) is not { } status ? content : content with
        {
            Status = FaqWords.StatusNamed(status) ?? throw Wrong($"--status: '{status}' is no status. Permitted are draft, review, live, retired."),
        };
    });

    private static string? Given(ParseResult parsed, Option<string?> option) => parsed.GetResult(option) is null ? null : parsed.GetValue(option) ?? "";

    private static List<string>? List(ParseResult parsed, Option<string[]> option) => parsed.GetResult(option) is null || parsed.GetValue(option) is not { } given
        ? null
        : [.. given.Select(Line).Where(l => l.Length > 0)];

    private static string Line(string text) => StoredText.CleanLine(text);

    private static string? Optional(string text) => Line(text) is { Length: > 0 } line ? line : null;

    private static string Answer(string given) => StoredText.Clean(given.StartsWith('@') ? ReadFile(given[1..]) : given);

    private static string ReadFile(string path) => File.Exists(path)
        ? File.ReadAllText(path)
        : throw Wrong($"--answer: there is no file '{path}'. An answer that begins with '@' is read from a file.");

    private static FaqCitation Citation(string given) => given.Split(':', 2) is [var document, var quote] && DocumentMetadata.IsId(document.Trim()) && quote.Trim().Length > 0
        ? FaqCitation.Unplaced(document.Trim(), quote.Trim())
        : throw Wrong($"--cite: '{given}' is no citation. Write the document's id, a colon, and the words quoted.");

    private static FaqFollowUp FollowUp(string given) => FaqFollowUp.Read(given, out var fault) ?? throw Wrong($"--follow-up: '{given}' {fault}.");

    private static DateOnly? Day(ParseResult parsed, Option<string?> option, DateOnly? current) => Given(parsed, option) switch
    {
        null => current,
        "" => null,
        var text => FaqWords.DayOf(text) ?? throw Wrong($"{option.Name}: '{text}' is no day. Write it as 2025-09-30."),
    };

    private static T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw Wrong($"{e.Message.Split(" (Parameter")[0]} Nothing was changed.", e);
        }
    }

    private static CommandException Wrong(string message, Exception? cause = null) => new(message, cause!) { ExitCode = ExitCode.WrongUse };
}
