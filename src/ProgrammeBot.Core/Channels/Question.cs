namespace ProgrammeBot.Channels;

/// <summary>What a channel received, freed from its platform.</summary>
public sealed record Question
{
    /// <summary>The most code units a question may hold; longer ones are answered with help, not searched.</summary>
    public const int MaxLength = 4000;

    /// <param name="text">The asker's words as received. May be blank, hostile or too long: the answerer deals with it.</param>
    public Question(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    public string Text { get; }

    /// <summary>The scope chosen by the asker or set for the place it was asked in; null when none is.</summary>
    public string? Scope { get; init; }

    /// <summary>The language of the bot's own words in the reply: 'en', 'de-AT'; null for the first there is. What is quoted is never translated.</summary>
    public string? Language { get; init; }

    /// <summary>The earlier user turns of this conversation, oldest first.</summary>
    public IReadOnlyList<string> EarlierTurns { get; init; } = [];

    /// <summary>Whether it is one of several questions of a message, which share the room of one reply.</summary>
    internal bool IsOneOfSeveral { get; init; }
}
