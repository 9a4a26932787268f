namespace ProgrammeBot.Answering;

/// <summary>How sure an answer is, in words: a raw score would promise more than it holds.</summary>
public enum Confidence
{
    /// <summary>Cites the section, and says what it lacks.</summary>
    Low,
    Medium,
    High,
}

/// <summary>What the bot says to a question: an <see cref="Answer"/>, a <see cref="Clarify"/>, an <see cref="Abstain"/> or <see cref="SmallTalk"/>.</summary>
public abstract record Reply
{
    /// <summary>The most code units <see cref="Text"/> holds.</summary>
    public const int MaxTextLength = 1200;

    /// <summary>The most citations a reply carries.</summary>
    public const int MaxCitations = 4;

    private protected Reply(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > MaxTextLength)
        {
            throw new ArgumentException($"A reply's text has {text.Length} characters, at most {MaxTextLength} are allowed.", nameof(text));
        }

        Text = text;
    }

    /// <summary>The reply's own words; every statement of fact in them is taken from a quote and carries its number, <c>[1]</c>.</summary>
    public string Text { get; }

    /// <summary>What it rests on, numbered from 1 in this order. Empty unless it is an answer or a question back.</summary>
    public virtual IReadOnlyList<Citation> Citations => [];
}

/// <summary>An answer with the passages that prove it; one without a citation cannot be made.</summary>
public sealed record Answer : Reply
{
    /// <exception cref="ArgumentException">No citation or more than <see cref="Reply.MaxCitations"/>, or a text that is blank or too long.</exception>
    public Answer(string text, IReadOnlyList<Citation> citations, Confidence confidence)
        : base(text)
    {
        ArgumentNullException.ThrowIfNull(citations);
        if (citations.Count is 0 or > MaxCitations)
        {
            throw new ArgumentException($"An answer has 1 to {MaxCitations} citations, not {citations.Count}.", nameof(citations));
        }

        Citations = citations;
        Confidence = confidence;
    }

    public override IReadOnlyList<Citation> Citations { get; }

    public Confidence Confidence { get; }

    /// <summary>The FAQ entry it came from, if it did.</summary>
    public string? Faq { get; init; }

    /// <summary>What the asker may want next; choosing one sends its label as the next turn.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A question back, because the documents answer differently for what the asker left open.</summary>
public sealed record Clarify : Reply
{
    /// <exception cref="ArgumentException">Fewer than two choices.</exception>
    public Clarify(string text, IReadOnlyList<string> choices, IReadOnlyList<Citation> citations)
        : base(text)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentNullException.ThrowIfNull(citations);
        if (choices.Count < 2)
        {
            throw new ArgumentException("A question back offers at least two choices.", nameof(choices));
        }

        Choices = choices;
        Citations = citations;
    }

    public IReadOnlyList<string> Choices { get; }

    public override IReadOnlyList<Citation> Citations { get; }
}

/// <summary>The documents do not hold it: said plainly, with what was looked at.</summary>
public sealed record Abstain : Reply
{
    public Abstain(string text)
        : base(text)
    {
    }

    /// <summary>Leads, not answers: the nearest passages.</summary>
    public IReadOnlyList<Citation> Nearest { get; init; } = [];

    /// <summary>The asker's words that stand in no document.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whom to ask instead.</summary>
    public string? Contact { get; init; }

    /// <summary>The FAQ entry that says so, if one does.</summary>
    public string? Faq { get; init; }

    /// <summary>Topics whose contact can help, the most fitting first: the entry's tags.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What the asker may have meant; choosing one sends its label as the next turn.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>Greeting, thanks, abuse, off-topic, injected orders: one polite line that says what the bot can help with.</summary>
public sealed record SmallTalk : Reply
{
    public SmallTalk(string text)
        : base(text)
    {
    }
}
