using ProgrammeBot.Channels;

namespace ProgrammeBot.Answering;

/// <summary>Question in, reply out.</summary>
/// <remarks>
/// Computing, not waiting; many may ask at once, each sees the corpus as it was when its question came.
/// Any text is a valid question: hostile, blank or too long ones get a polite reply, never an exception.
/// </remarks>
public interface IAnswerer
{
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Answered Answer(Question question, CancellationToken cancellationToken = default);
}

/// <summary>A reply, and how it came about.</summary>
/// <param name="Reply">What is said.</param>
/// <param name="Trace">Why: prints itself, a line a step.</param>
/// <param name="Elapsed">From question to reply.</param>
public sealed record Answered(Reply Reply, Trace Trace, TimeSpan Elapsed);
