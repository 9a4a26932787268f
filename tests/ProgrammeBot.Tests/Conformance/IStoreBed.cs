using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Conformance;

/// <summary>What an adapter brings to <see cref="StoreConformance"/>: a place of its own for the data, and how to open it.</summary>
public interface IStoreBed : IAsyncDisposable
{
    /// <summary>Opens the store over the same data each time, as another process would.</summary>
    ValueTask<IStore> OpenAsync(TimeProvider clock);
}
