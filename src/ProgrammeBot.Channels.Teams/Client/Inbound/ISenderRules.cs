using Microsoft.AspNetCore.Http;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Says whether a request comes from where activities are taken from.</summary>
/// <remarks>In two steps, so that the body of a stranger is never read. What is wrong is a result, never an exception.</remarks>
internal interface ISenderRules
{
    /// <summary>What the request's head says.</summary>
    ValueTask<Sender> CheckAsync(HttpContext request, CancellationToken cancellationToken);

    /// <summary>Whether the sender may send this activity.</summary>
    Refusal Check(Sender sender, Activity activity);
}

/// <summary>What is known of who sent a request.</summary>
/// <param name="Refusal">What is wrong; <see cref="Refusal.None"/> for nothing.</param>
/// <param name="Key">The key the token was signed with; null where none was checked.</param>
/// <param name="ServiceUrl">The token's claim; null for none.</param>
internal readonly record struct Sender(Refusal Refusal, SigningKey? Key = null, string? ServiceUrl = null);
