using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>What somebody typed into a form for an entry: not checked yet. Null leaves a field as it is, blank empties it.</summary>
public sealed record FaqDraft
{
    public string? Title { get; init; }

    /// <summary>Blank ones are left out, and those that stand twice.</summary>
    public IReadOnlyList<string>? Phrasings { get; init; }

    public string? Answer { get; init; }

    public IReadOnlyList<FaqCitation>? Citations { get; init; }

    public string? Scope { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? OwnerRole { get; init; }

    /// <summary>A day, written as 2025-09-30.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>A day, written as 2025-09-30.</summary>
    public string? ValidUntil { get; init; }

    /// <summary>Lines as <see cref="FaqFollowUp.Read"/> reads them; blank ones are left out.</summary>
    public IReadOnlyList<string>? FollowUps { get; init; }

    public FaqStatus? Status { get; init; }

    /// <summary>The lines of a field that takes several, without blank ones.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. StoredText.Clean(text).Split('\n').Select(StoredText.CleanLine).Where(line => line.Length > 0)];

    /// <summary>What an entry says once this is written over it, or all that is wrong with this.</summary>
    /// <param name="current">What it says now; null for a new entry, which is then live unless the draft says otherwise.</param>
    public FaqDraftCheck Over(FaqContent? current)
    {
        var faults = new List<FaqFault>();
        var title = Line(nameof(Title), Title ?? current?.Title ?? "", FaqContent.MaxTitleLength, required: true, faults);
        var answer = Text(nameof(Answer), Answer is null ? current?.Answer ?? "" : StoredText.Clean(Answer).Trim(), FaqContent.MaxAnswerLength, faults);
        var scope = Line(nameof(Scope), Scope ?? current?.Scope ?? "", FaqContent.MaxScopeLength, required: false, faults);
        var owner = Line(nameof(OwnerRole), OwnerRole ?? current?.OwnerRole ?? "", FaqContent.MaxOwnerRoleLength, required: false, faults);
        var phrasings = List(nameof(Phrasings), Phrasings, current?.Phrasings, FaqContent.MaxPhrasings, FaqContent.MaxPhrasingLength, faults);
        var tags = List(nameof(Tags), Tags, current?.Tags, FaqContent.MaxTags, FaqContent.MaxTagLength, faults);
        var citations = Citations ?? current?.Citations ?? [];
        Count(nameof(Citations), citations.Count, FaqContent.MaxCitations, faults);
        var followUps = Prompts(current?.FollowUps ?? [], faults);
        var valid = ValidFrom is null && ValidUntil is null ? current?.Valid ?? default : Days(current?.Valid ?? default, faults);
        return faults.Count > 0 ? new FaqDraftCheck(null, faults) : new FaqDraftCheck(
            new FaqContent
            {
                Title = title,
                Phrasings = phrasings,
                Answer = answer,
                Citations = citations,
                Scope = scope.Length > 0 ? scope : null,
                Tags = tags,
                OwnerRole = owner.Length > 0 ? owner : null,
                Valid = valid,
                FollowUps = followUps,
                Status = Status ?? current?.Status ?? FaqStatus.Live,
            },
            []);
    }

    internal static string Line(string field, string text, int max, bool required, List<FaqFault> faults)
    {
        var line = StoredText.CleanLine(text);
        Note(field, StoredText.FaultIn(line, max, blank: !required), line.Length > max ? max : null, faults);
        return line;
    }

    private static string Text(string field, string text, int max, List<FaqFault> faults)
    {
        Note(field, StoredText.FaultIn(text, max, blank: true, lines: true), text.Length > max ? max : null, faults);
        return text;
    }

    private static IReadOnlyList<string> List(string field, IReadOnlyList<string>? given, IReadOnlyList<string>? current, int max, int maxLength, List<FaqFault> faults)
    {
        if (given is null)
        {
            return current ?? [];
        }

        string[] lines = [.. given.Select(StoredText.CleanLine).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];
        Count(field, lines.Length, max, faults);
        for (var i = 0; i < lines.Length; i++)
        {
            Note($"{field}[{i}]", StoredText.FaultIn(lines[i], maxLength), lines[i].Length > maxLength ? maxLength : null, faults);
        }

        return lines;
    }

    private IReadOnlyList<FaqFollowUp> Prompts(IReadOnlyList<FaqFollowUp> current, List<FaqFault> faults)
    {
        if (FollowUps is null)
        {
            return current;
        }

        string[] lines = [.. FollowUps.Select(StoredText.CleanLine).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];
        Count(nameof(FollowUps), lines.Length, FaqContent.MaxFollowUps, faults);
        var read = new List<FaqFollowUp>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (FaqFollowUp.Read(lines[i], out var fault) is { } prompt)
            {
                read.Add(prompt);
            }

            Note($"{nameof(FollowUps)}[{i}]", fault, null, faults);
        }

        return read;
    }

    private static void Count(string field, int count, int max, List<FaqFault> faults) =>
        Note(field, count > max ? $"has {count} items, at most {max} are kept" : null, max, faults);

    private static void Note(string field, string? fault, int? limit, List<FaqFault> faults)
    {
        if (fault is not null)
        {
            faults.Add(new FaqFault(field, fault, limit));
        }
    }

    private Validity Days(Validity current, List<FaqFault> faults)
    {
        var before = faults.Count;
        var from = Day(nameof(ValidFrom), ValidFrom, current.From, faults);
        var until = Day(nameof(ValidUntil), ValidUntil, current.Until, faults);
        if (until < from)
        {
            faults.Add(new FaqFault(nameof(ValidUntil), $"lies before {nameof(ValidFrom)}"));
        }

        return faults.Count == before ? new Validity(from, until) : default;
    }

    private static DateOnly? Day(string field, string? typed, DateOnly? current, List<FaqFault> faults)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return typed is null ? current : null;
        }

        var day = FaqWords.DayOf(typed);
        Note(field, day is null ? "is no day: write it as 2025-09-30" : null, null, faults);
        return day;
    }
}

/// <summary>A draft that was looked at: what it makes of the entry, or what is wrong with it.</summary>
/// <param name="Content">Null when there are faults.</param>
/// <param name="Faults">Every one, in the order of the fields.</param>
public sealed record FaqDraftCheck(FaqContent? Content, IReadOnlyList<FaqFault> Faults);
