namespace ProgrammeBot.Stores;

/// <summary>What the bot notes for itself: when a job last ran, what it has told of already. Small, and of no worth to anybody else.</summary>
public interface IMarks
{
    /// <summary>The most code units of a name.</summary>
    const int MaxNameLength = 200;

    /// <summary>The most code units of what is noted.</summary>
    const int MaxTextLength = 4000;

    /// <summary>What was noted, or null.</summary>
    ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Notes it in the stead of what was noted before; null takes it away.</summary>
    /// <exception cref="ArgumentException">A text is blank or too long.</exception>
    ValueTask SetAsync(string name, string? text, CancellationToken cancellationToken);
}
