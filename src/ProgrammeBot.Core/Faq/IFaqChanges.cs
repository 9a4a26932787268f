namespace ProgrammeBot.Faq;

/// <summary>Is told when the FAQ was changed by this process, so that the change shows at once.</summary>
public interface IFaqChanges
{
    /// <summary>Called after the commit, with no unit open. When it returns, the change is live.</summary>
    /// <remarks>It fails for no store that cannot be read: what was committed is committed, and is found later.</remarks>
    ValueTask ChangedAsync(CancellationToken cancellationToken);
}
