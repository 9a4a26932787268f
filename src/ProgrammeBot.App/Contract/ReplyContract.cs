using System.Text.Json;
using System.Text.Json.Serialization;
using ProgrammeBot.Answering;

namespace ProgrammeBot.App.Contract;

/// <summary>A reply as it goes over the wire: a line of <c>batch</c>, the body of <c>POST /api/ask</c>.</summary>
/// <remarks>
/// Every property is always written, in this order. <see cref="Confidence"/> speaks of an answer;
/// where none is given it is <c>low</c>, so that a reader meets three values and never null.
/// </remarks>
public sealed record ReplyContract
{
    [JsonPropertyOrder(0)]
    public required string Id { get; init; }

    /// <summary><c>answer</c>, <c>clarify</c>, <c>abstain</c> or <c>smalltalk</c>.</summary>
    [JsonPropertyOrder(1)]
    public required string Kind { get; init; }

    [JsonPropertyOrder(2)]
    public required string Text { get; init; }

    /// <summary>Number 1 of the text's <c>[1]</c> is the first.</summary>
    [JsonPropertyOrder(3)]
    public required IReadOnlyList<CitationContract> Citations { get; init; }

    /// <summary>Leads of a refusal.</summary>
    [JsonPropertyOrder(4)]
    public required IReadOnlyList<CitationContract> Nearest { get; init; }

    [JsonPropertyOrder(5)]
    public required IReadOnlyList<string> Missing { get; init; }

    [JsonPropertyOrder(6)]
    public required string? Contact { get; init; }

    [JsonPropertyOrder(7)]
    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary><c>high</c>, <c>medium</c> or <c>low</c>.</summary>
    [JsonPropertyOrder(8)]
    public required string Confidence { get; init; }

    /// <summary>The FAQ entry the answer or the refusal came from.</summary>
    [JsonPropertyOrder(9)]
    public required string? Faq { get; init; }

    /// <summary>From question to reply, to a tenth.</summary>
    [JsonPropertyOrder(10)]
    public required double ElapsedMs { get; init; }

    /// <param name="id">The question's id, or the one given to this answer.</param>
    /// <param name="answered">What was answered.</param>
    /// <param name="links">Where a citation's link leads.</param>
    public static ReplyContract From(string id, Answered answered, SourceLinks links)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(answered);
        ArgumentNullException.ThrowIfNull(links);
        var (reply, abstain) = (answered.Reply, answered.Reply as Abstain);
        return new ReplyContract
        {
            Id = id,
            Kind = KindOf(reply),
            Text = reply.Text,
            Citations = Cite(reply.Citations, links),
            Nearest = Cite(abstain?.Nearest ?? [], links),
            Missing = abstain?.Missing ?? [],
            Contact = abstain?.Contact,
            Choices = reply switch { Answer a => a.Choices, Clarify c => c.Choices, Abstain n => n.Choices, _ => [] },
            Confidence = WordFor((reply as Answer)?.Confidence ?? Answering.Confidence.Low),
            Faq = (reply as Answer)?.Faq ?? abstain?.Faq,
            ElapsedMs = Math.Round(answered.Elapsed.TotalMilliseconds, 1),
        };
    }

    /// <summary>One line; characters beyond ASCII stand as they are, so that people can read it.</summary>
    public string ToConsoleLine() => JsonSerializer.Serialize(this, ContractJson.Console.ReplyContract);

    private static CitationContract[] Cite(IReadOnlyList<Citation> citations, SourceLinks links) =>
        [.. citations.Select(c => CitationContract.From(c, links))];

    private static string KindOf(Reply reply) => reply switch
    {
        Answer => "answer",
        Clarify => "clarify",
        Abstain => "abstain",
        SmallTalk => "smalltalk",
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "A kind of reply the contract does not know."),
    };

    private static string WordFor(Confidence confidence) => confidence switch
    {
        Answering.Confidence.High => "high",
        Answering.Confidence.Medium => "medium",
        _ => "low",
    };
}
