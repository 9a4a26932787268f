namespace ProgrammeBot.Stores;

/// <summary>What became of an edit.</summary>
public abstract record FaqSave
{
    private FaqSave()
    {
    }

    /// <summary>Written; the entry as it now stands.</summary>
    public sealed record Saved(FaqEntry Entry) : FaqSave;

    /// <summary>Nothing was written: somebody else changed (or made) the entry meanwhile, and this is what they made of it.</summary>
    public sealed record Conflict(FaqEntry Current) : FaqSave;

    /// <summary>Nothing was written: the edit is based on a revision, but there is no such entry.</summary>
    public sealed record Missing : FaqSave;
}
