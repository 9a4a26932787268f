using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Which way an asker was told.</summary>
internal enum Told
{
    /// <summary>Nobody is known who could be told.</summary>
    Nobody,

    /// <summary>By direct message.</summary>
    Directly,

    /// <summary>By mention where it was asked.</summary>
    ByMention,

    /// <summary>Neither way was open.</summary>
    NotReached,
}

/// <summary>Tells an asker something about a question of theirs: directly, else by mention where they asked.</summary>
internal sealed class AskerNews(DiscordServices services)
{
    /// <param name="asker">Whom; null where it is not known (any more).</param>
    /// <param name="direct">What a direct message says.</param>
    /// <param name="mention">What a message in the channel says to somebody; it may ping nobody else.</param>
    /// <param name="channel">Where it was asked.</param>
    /// <param name="nonce">Names the news, at most 24 characters: told again, it is the same message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Told> TellAsync(PersonReference? asker, OutgoingMessage direct, Func<Snowflake, OutgoingMessage> mention, Snowflake channel, string nonce, CancellationToken cancellationToken)
    {
        if (PersonOf(asker) is not { } person)
        {
            return Told.Nobody;
        }

        if (await DirectlyAsync(person, direct, nonce, cancellationToken))
        {
            return Told.Directly;
        }

        return await TriedAsync(() => Task.FromResult(channel), mention(person) with { AllowedMentions = AllowedMentions.Of(person), Nonce = nonce + "m", EnforceNonce = true }, cancellationToken)
            ? Told.ByMention
            : Told.NotReached;
    }

    /// <summary>By direct message alone. Whether it came there.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="message">What it says.</param>
    /// <param name="nonce">See <see cref="TellAsync"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> TellDirectlyAsync(PersonReference person, OutgoingMessage message, string nonce, CancellationToken cancellationToken) =>
        PersonOf(person) is { } known && await DirectlyAsync(known, message, nonce, cancellationToken);

    private Snowflake? PersonOf(PersonReference? person) => person is not null && Snowflake.TryParse(services.Protection.Unprotect(person.Address), out var id) ? id : null;

    private Task<bool> DirectlyAsync(Snowflake person, OutgoingMessage message, string nonce, CancellationToken cancellationToken) =>
        TriedAsync(async () => (await services.Calls.OpenDirectMessagesAsync(person, cancellationToken)).Id, message with { Nonce = nonce + "d", EnforceNonce = true }, cancellationToken);

    private async Task<bool> TriedAsync(Func<Task<Snowflake>> channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await services.Calls.SendAsync(await channel(), message, cancellationToken);
            return true;
        }
        catch (DiscordCallException e)
        {
            services.Log.LogInformation("An asker could not be told this way ({Code}): {Message}", e.Code, e.Message);
            return false;
        }
    }
}
