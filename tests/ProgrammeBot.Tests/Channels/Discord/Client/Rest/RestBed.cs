using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Rest;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Rest;

/// <summary>Calls against scripted answers, under a clock that the test turns.</summary>
internal sealed class RestBed : IDisposable
{
    // Real time, for a wait that never comes.
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(20));

    public RestBed(int ceiling = 5000) =>
        Rest = new DiscordRest(
            new DiscordClientOptions { Token = SomeToken.Value, ApiBase = new Uri("https://discord.test/api/v10"), RefusedCallsCeiling = ceiling }, Clock, new Jitter(new SteadyChance(0.5)), Log, Handler);

    public static readonly Snowflake Channel = new(300);

    public static readonly Interaction Interaction = new() { Id = new Snowflake(600), ApplicationId = new Snowflake(100), Token = "aW50ZXJhY3Rpb24tc2VjcmV0" };

    public AnsweringHandler Handler { get; } = new();

    public HandClock Clock { get; } = new();

    public CollectedLog<DiscordClient> Log { get; } = new();

    public DiscordRest Rest { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Turns the clock to the end of a wait that is no time limit of an attempt, and says how long it was.</summary>
    public Task<TimeSpan> TurnAsync(double least = 0, double most = 10) => Clock.TurnToWaitAsync(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most), _limit.Token);

    public void Dispose()
    {
        // Nobody waits on after the test.
        _limit.Cancel();
        _limit.Dispose();
        Rest.Dispose();
    }
}
