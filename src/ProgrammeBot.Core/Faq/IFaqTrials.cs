using ProgrammeBot.Intents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>Learns the FAQ as it would be with an edit, beside the one in use.</summary>
/// <remarks>Many may ask at once; they are served one after another. What is in use goes on answering, and is not touched.</remarks>
public interface IFaqTrials
{
    /// <summary>The FAQ in use with one entry in the stead of what it is there.</summary>
    /// <param name="id">The entry; it may be new.</param>
    /// <param name="content">What it would say, live; null takes it out.</param>
    /// <param name="cancellationToken">Stops the learning.</param>
    Task<FaqBook> WithAsync(FaqId id, FaqContent? content, CancellationToken cancellationToken);
}
