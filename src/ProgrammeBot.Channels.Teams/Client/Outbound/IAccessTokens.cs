namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>The token we call the connector with.</summary>
/// <remarks>Kept until shortly before it ends; many may ask at once and one request is made. Throws <see cref="TeamsCallException"/> without any secret.</remarks>
public interface IAccessTokens
{
    /// <summary>A token that is good for some minutes.</summary>
    Task<string> GetAsync(CancellationToken cancellationToken);

    /// <summary>The connector has refused this token: another is fetched. One that was replaced meanwhile stays.</summary>
    void Drop(string token);
}

/// <summary>For test mode: nobody asks for a token.</summary>
public sealed class NoAccessTokens : IAccessTokens
{
    public Task<string> GetAsync(CancellationToken cancellationToken) => Task.FromResult("");

    public void Drop(string token)
    {
    }
}
