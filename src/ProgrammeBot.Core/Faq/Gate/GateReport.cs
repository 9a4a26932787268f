using System.Globalization;
using System.Text;
using ProgrammeBot.Answering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Gate;

/// <summary>What was answered to a question on which an edit is tried.</summary>
/// <param name="Kind">What kind of reply it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="Entry">The entry it came from; null where it came from none.</param>
/// <param name="Passages">What it cites: document and section, each once.</param>
/// <param name="Failed">For a test: what is wrong with it; null where nothing is, or it is no test.</param>
public sealed record GateAnswer(ReplyKind Kind, string Text, string? Entry, IReadOnlyList<string> Passages, string? Failed)
{
    internal static GateAnswer Of(Reply reply, GateQuestion question)
    {
        var record = AnswerRecord.Of(new AnswerId(new Ulid(1)), DateTimeOffset.UnixEpoch, reply, null);
        return new GateAnswer(
            record.Kind,
            reply.Text,
            (reply as Answer)?.Faq ?? (reply as Abstain)?.Faq,
            new ValueList<string>(reply.Citations.Select(c => c.Section.Length > 0 ? $"{c.Document.Id}, {c.Section}" : c.Document.Id).Distinct(StringComparer.Ordinal)),
            question.Judge?.Invoke(reply));
    }

    /// <summary>In a line: what kind, from where.</summary>
    public string Origin => Entry is not null ? $"entry {Entry}" : Passages.Count > 0 ? string.Join("; ", Passages) : Kind.ToString().ToLowerInvariant();
}

/// <summary>A question that would be answered otherwise.</summary>
public sealed record GateChange(GateQuestion Question, GateAnswer Before, GateAnswer After)
{
    /// <summary>A test that passes now and would not.</summary>
    public bool Breaks => Before.Failed is null && After.Failed is not null;

    /// <summary>A test that fails now and would pass.</summary>
    public bool Mends => Before.Failed is not null && After.Failed is null;
}

/// <summary>What an edit would change. It informs; whether it goes live is a person's to say. Prints itself.</summary>
public sealed record GateReport
{
    /// <summary>Tests that would break first, then those that would be mended, then the others in the order they were tried.</summary>
    public required IReadOnlyList<GateChange> Changes { get; init; }

    /// <summary>How many questions of each kind were tried.</summary>
    public required IReadOnlyDictionary<GateOrigin, int> Tried { get; init; }

    /// <summary>How many there was no time for.</summary>
    public required IReadOnlyDictionary<GateOrigin, int> LeftOut { get; init; }

    /// <summary>Live entries that already answer what this one would, best first.</summary>
    public IReadOnlyList<FaqLikeness> Like { get; init; } = [];

    /// <summary>What was wrong with a file of tests, a line each.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public TimeSpan Duration { get; init; }

    public IEnumerable<GateChange> Broken => Changes.Where(c => c.Breaks);

    public IEnumerable<GateChange> Mended => Changes.Where(c => c.Mends);

    /// <summary>Changes that whoever edits an entry does not expect: another question loses its answer or gets another one, or a test breaks.</summary>
    /// <remarks>That the entry's own phrasings are answered otherwise is what an edit is for; that a question is answered which was not, what one hopes for.</remarks>
    public IEnumerable<GateChange> Surprises => Changes.Where(c => c.Breaks || (c.Question.Origin != GateOrigin.Entry && !c.Mends && (c.Before.Entry is not null || c.Before.Kind is not (ReplyKind.Abstain or ReplyKind.Clarify))));

    /// <summary>Whether none is among them.</summary>
    public bool IsHarmless => !Surprises.Any();

    /// <summary>In a sentence or two.</summary>
    public string Summary
    {
        get
        {
            var (tried, left) = (Tried.Values.Sum(), LeftOut.Values.Sum());
            var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Changes.Count} of {tried} answers would change"));
            text.Append(CultureInfo.InvariantCulture, $"; {Broken.Count()} tests would break, {Mended.Count()} would be mended.");
            return (left > 0 ? text.Append(CultureInfo.InvariantCulture, $" No time was left for {left} more.") : text).ToString();
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (question, before, after) in Changes.Select(c => (c.Question, c.Before, c.After)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{InWords(question)}: {question.Text.ReplaceLineEndings(" ")}\n");
            Side(text, "before", before);
            Side(text, "after", after);
        }

        foreach (var like in Like)
        {
            text.Append(CultureInfo.InvariantCulture, $"'{like.Item.Id}' already answers '{like.Asked}' ({like.Score:0.00})\n");
        }

        foreach (var fault in Faults)
        {
            text.Append(fault).Append('\n');
        }

        return text.Append(Summary).ToString();
    }

    private static void Side(StringBuilder text, string side, GateAnswer answer) => text.Append(
        CultureInfo.InvariantCulture,
        $"  {side,-6} [{answer.Origin}] {answer.Text.ReplaceLineEndings(" / ")}{(answer.Failed is { } wrong ? $" (fails: {wrong})" : "")}\n");

    private static string InWords(GateQuestion question) => question.Origin switch
    {
        GateOrigin.Entry => "this entry",
        GateOrigin.Test => $"test {question.From}",
        GateOrigin.Neighbour => $"entry {question.From}",
        GateOrigin.Gap => "asked in vain",
        _ => "asked lately",
    };
}
