using ProgrammeBot.Care;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Contacts;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching.Synonyms;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Answering;

/// <summary>What the answering knows beside the documents: all that moderators and settings say.</summary>
/// <param name="Scopes">The programmes and their names.</param>
public sealed record Knowledge(ScopeCatalog Scopes)
{
    /// <summary>The FAQ entries in use.</summary>
    public IFaqBooks Faq { get; init; } = FaqBook.Empty;

    /// <summary>Tells the meaning of a question; null to go by its words alone.</summary>
    public ISentenceEncoder? Encoder { get; init; }

    /// <summary>Words that may stand for others.</summary>
    public SynonymBook Synonyms { get; init; } = SynonymBook.Empty;

    /// <summary>Whom to ask where the documents end.</summary>
    public ContactBook Contacts { get; init; } = ContactBook.Empty;

    /// <summary>Our own words within replies.</summary>
    public Wordings<AnswerWording> Wording { get; init; } = AnswerWording.BuiltIn;

    /// <summary>What to say to somebody in distress.</summary>
    public CareBook Care { get; init; } = CareBook.Empty;
}
