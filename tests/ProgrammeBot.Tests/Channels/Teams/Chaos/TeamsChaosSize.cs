namespace ProgrammeBot.Tests.Channels.Teams.Chaos;

/// <summary>How much is done: the short form in every run of the tests, the full one when <c>PROGRAMMEBOT_TEST_CHAOS</c> is <c>full</c>.</summary>
internal sealed record TeamsChaosSize
{
    public static readonly TeamsChaosSize Asked = Environment.GetEnvironmentVariable("PROGRAMMEBOT_TEST_CHAOS") == "full" ? Full : Short;

    public bool IsFull { get; private init; }

    /// <summary>How many conversations are asked in at once.</summary>
    public required int Conversations { get; init; }

    /// <summary>How many questions there are in all of them.</summary>
    public required int Questions { get; init; }

    public required int Kills { get; init; }

    /// <summary>Activities of all kinds, for the memory.</summary>
    public required int Activities { get; init; }

    /// <summary>Questions one after another with nothing amiss, for the times.</summary>
    public required int Quiet { get; init; }

    private static TeamsChaosSize Short => new() { Conversations = 40, Questions = 160, Kills = 1, Activities = 2_000, Quiet = 50 };

    private static TeamsChaosSize Full => new() { IsFull = true, Conversations = 200, Questions = 2_000, Kills = 10, Activities = 50_000, Quiet = 1_000 };
}
