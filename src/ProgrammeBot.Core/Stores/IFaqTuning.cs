namespace ProgrammeBot.Stores;

/// <summary>The threshold of the FAQ and the offsets of its entries.</summary>
public interface IFaqTuning
{
    /// <summary>What is set; <see cref="FaqTuning.None"/> where nothing ever was.</summary>
    ValueTask<FaqTuning> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Sets the one threshold, or by null goes back to the matcher's own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    ValueTask SetThresholdAsync(double? threshold, CancellationToken cancellationToken);

    /// <summary>Sets an entry's offset; 0 takes it away.</summary>
    /// <returns>False, and nothing is changed, when there is no such entry.</returns>
    /// <exception cref="ArgumentOutOfRangeException">See <see cref="FaqTuning.IsOffset"/>.</exception>
    ValueTask<bool> SetOffsetAsync(FaqId id, double offset, CancellationToken cancellationToken);
}
