namespace ProgrammeBot.Tests.Channels.Discord.Chaos;

/// <summary>How much is done: the short form in every run of the tests, the full one when <c>PROGRAMMEBOT_TEST_CHAOS</c> is <c>full</c>.</summary>
internal sealed record ChaosSize
{
    public static readonly ChaosSize Asked = Environment.GetEnvironmentVariable("PROGRAMMEBOT_TEST_CHAOS") == "full" ? Full : Short;

    public bool IsFull { get; private init; }

    public required int Interactions { get; init; }

    public required int Messages { get; init; }

    public required int Disconnects { get; init; }

    /// <summary>How many wait for an answer at once.</summary>
    public required int AtOnce { get; init; }

    /// <summary>On the worst day: two calls of five fail, and the gateway drops every few seconds.</summary>
    public required int WorstDay { get; init; }

    public required int Kills { get; init; }

    /// <summary>Questions one after another with nothing amiss, for the times.</summary>
    public required int Quiet { get; init; }

    private static ChaosSize Short => new() { Interactions = 200, Messages = 40, Disconnects = 5, AtOnce = 12, WorstDay = 40, Kills = 1, Quiet = 50 };

    private static ChaosSize Full => new() { IsFull = true, Interactions = 10_000, Messages = 2_000, Disconnects = 30, AtOnce = 24, WorstDay = 600, Kills = 10, Quiet = 1_000 };
}
