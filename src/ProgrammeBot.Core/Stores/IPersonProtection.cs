namespace ProgrammeBot.Stores;

/// <summary>Makes what points at a person or a message unreadable for whoever gets hold of the store alone.</summary>
/// <remarks>Many may call at once. What is lost with the keys is how to reach people later; nothing else needs them.</remarks>
public interface IPersonProtection
{
    /// <exception cref="ArgumentException">It would be longer than <see cref="ProtectedText.MaxLength"/> once protected.</exception>
    ProtectedText Protect(string text);

    /// <summary>What was protected, or null where it was tampered with, or protected by keys that are not here (any more).</summary>
    string? Unprotect(ProtectedText text);

    /// <summary>Stands for a person or message in the store. The same for the same id as long as the keys are; says nothing without them.</summary>
    /// <param name="id">See 'Ids' in the design: <c>platform:tenant:user</c>.</param>
    KeyedHash HashOf(string id);
}
