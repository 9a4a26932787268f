using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Channels.Discord.Client;

/// <summary>A bot's token: whoever holds it is the bot. It prints as redacted.</summary>
public sealed class DiscordToken
{
    /// <summary>The setting it comes from, as faults name it.</summary>
    public const string Setting = "Discord:Token";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private DiscordToken(string secret) => Secret = secret;

    /// <summary>The token itself. Goes into the header and the identify frame, and nowhere else.</summary>
    internal string Secret { get; }

    /// <summary>Checks the form; whether Discord takes it, only Discord can say.</summary>
    /// <param name="text">The setting's value.</param>
    /// <param name="token">The token.</param>
    /// <param name="fault">What is wrong and what to do; never shows what was given.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DiscordToken? token, [NotNullWhen(false)] out string? fault)
    {
        text = text?.Trim();
        fault = FaultOf(text);
        token = fault is null ? new DiscordToken(text!) : null; // a blank text has a fault
        return fault is null;
    }

    /// <summary>The token, or a <see cref="FormatException"/> that names the setting.</summary>
    public static DiscordToken Parse(string? text) => TryParse(text, out var token, out var fault) ? token : throw new FormatException(fault);

    public override string ToString() => "(token, redacted)";

    private static string? FaultOf(string? text)
    {
        const string Where = "the token is on the page 'Bot' of your application at discord.com/developers/applications ('Reset Token' shows a new one).";
        if (string.IsNullOrEmpty(text))
        {
            return $"{Setting} is empty: {Where}";
        }

        if (text.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase))
        {
            return $"{Setting} begins with the word 'Bot': give the token alone.";
        }

        if (text.AsSpan().ContainsAnyExcept(Allowed))
        {
            return $"{Setting} holds a character that no token has (a space, a quote or a line end?): {Where}";
        }

        var parts = text.Split('.');
        if (parts.Length == 1)
        {
            return $"{Setting} is not a bot token, which has three parts with dots between (is it the client secret or the public key?): {Where}";
        }

        return parts.Length != 3 || parts.Any(part => part.Length == 0) || text.Length is < 20 or > 200
            ? $"{Setting} is not a whole bot token, which has three parts with dots between: {Where}"
            : null;
    }
}
