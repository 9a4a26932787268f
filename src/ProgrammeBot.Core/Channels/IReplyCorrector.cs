using ProgrammeBot.Answering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels;

/// <summary>Puts replies right where they stand on a platform, as far as that still allows it.</summary>
/// <remarks>Many may call at once; the platform's own pace is kept below. What cannot be reached counts as failed and is logged, and is no fault.</remarks>
public interface IReplyCorrector
{
    /// <summary>The first segment of its places: 'discord', 'teams'.</summary>
    string Platform { get; }

    /// <summary>Edits or marks the messages of one reply.</summary>
    /// <param name="references">Where it stands; all of this platform.</param>
    /// <param name="correction">What is put in its place.</param>
    /// <param name="cancellationToken">Stops it; what was edited stays.</param>
    /// <returns>How many messages were changed.</returns>
    Task<int> CorrectAsync(IReadOnlyList<ReplyReference> references, ReplyCorrection correction, CancellationToken cancellationToken);
}

/// <summary>What is put in the place of a reply that no longer stands.</summary>
/// <param name="Now">What is answered today; null where nothing is, and the reply is only taken back.</param>
/// <param name="What">What changed, for everybody who reads it; may be blank.</param>
public sealed record ReplyCorrection(Reply? Now, string What);
