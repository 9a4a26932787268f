namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>Keeps a shard's health for whoever asks.</summary>
internal sealed class ShardGauge(int shard, TimeProvider time)
{
    private readonly Lock _lock = new();
    private ShardHealth _health = new(shard, ShardState.Idle) { Since = time.GetUtcNow() };

    public ShardHealth Health
    {
        get
        {
            lock (_lock)
            {
                return _health;
            }
        }
    }

    public void Enter(ShardState state) => Change(health => health.State == state ? health : health with { State = state, Since = time.GetUtcNow() });

    public void Change(Func<ShardHealth, ShardHealth> change)
    {
        lock (_lock)
        {
            _health = change(_health);
        }
    }
}
