namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>By what right a call is made, and under which limits.</summary>
internal enum CallKind
{
    /// <summary>By the bot's token, under its global limit.</summary>
    Bot,

    /// <summary>The first answer to an interaction: by its own token, within 3 seconds, outside the global limit.</summary>
    Callback,

    /// <summary>A later answer to an interaction: by its own token, within 15 minutes, outside the global limit.</summary>
    Webhook,
}

/// <summary>A call as it is sent, and what may be done when it fails.</summary>
/// <param name="Method">GET, PUT and so on.</param>
/// <param name="Template">The path with names for its ids: what faults and logs show, since the path may hold a token.</param>
/// <param name="Path">The path below the base address, with its query.</param>
/// <param name="Resource">The channel, guild or webhook token that limits are counted by.</param>
internal sealed record RestCall(HttpMethod Method, string Template, string Path, string Resource)
{
    public CallKind Kind { get; init; }

    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>Whether sending it twice is the same as sending it once.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Discord's codes which, when said to a repetition, mean that the first attempt had been done.</summary>
    public IReadOnlyList<int> DoneCodes { get; init; } = [];

    /// <summary>The interaction's token; empty for calls by the bot's own.</summary>
    public string WebhookToken { get; init; } = "";

    public string Name => $"{Method} {Template}";

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        // Without path, resource and token.
        builder.Append(Name);
        return true;
    }
}
