using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord;

/// <summary>One interaction while it is being answered: knows whether the one first answer was given.</summary>
internal sealed class InteractionSession(IDiscordCalls calls, Interaction interaction)
{
    private int _answered;

    public Interaction Interaction => interaction;

    public InteractionData Data { get; } = interaction.Data ?? new InteractionData();

    /// <summary>Who did it; nobody when Discord does not say, and then nothing is done.</summary>
    public Snowflake Invoker { get; } = interaction.Invoker?.Id ?? default;

    public Snowflake Channel { get; } = interaction.ChannelId ?? interaction.Channel?.Id ?? default;

    public bool IsAnswered => Volatile.Read(ref _answered) != 0;

    public Task<Here> HereAsync(DiscordPlaces places, CancellationToken cancellationToken) =>
        places.HereAsync(interaction.GuildId, Channel, interaction.Channel, [interaction.Locale, interaction.GuildLocale], cancellationToken);

    /// <summary>The one first answer; a second is a fault of ours and throws.</summary>
    public async Task RespondAsync(InteractionCallback callback, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _answered, 1) != 0)
        {
            throw new InvalidOperationException("An interaction has one first answer.");
        }

        await calls.RespondAsync(interaction, callback, cancellationToken);
    }

    public Task ThinkAsync(bool isPrivate, CancellationToken cancellationToken) => RespondAsync(InteractionCallback.Thinking(isPrivate), cancellationToken);

    public Task SayAsync(OutgoingMessage message, CancellationToken cancellationToken) => RespondAsync(InteractionCallback.Saying(message), cancellationToken);

    /// <summary>A line for the invoker's eyes only: as the first answer, or behind it.</summary>
    public Task TellAsync(string words, CancellationToken cancellationToken) =>
        IsAnswered ? calls.FollowUpAsync(interaction, Notices.Private(words), cancellationToken) : SayAsync(Notices.Private(words), cancellationToken);

    /// <summary>What 'thinking…' becomes.</summary>
    public Task EditAsync(OutgoingMessage message, CancellationToken cancellationToken) => calls.EditResponseAsync(interaction, message with { Flags = null }, cancellationToken);

    /// <summary>A text option of the command, or of its subcommand; null when it is not filled in.</summary>
    public string? Text(string option) => Option(option) is { Value: { } value } ? value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString() : value.ToString() : null;

    public InteractionOption? Option(string name) => Leaves(Data.Options).FirstOrDefault(o => o.Name == name);

    /// <summary>The option that is being typed.</summary>
    public InteractionOption? Focused => Leaves(Data.Options).FirstOrDefault(o => o.Focused == true);

    /// <summary>The subcommand used; blank where there are none.</summary>
    public string Subcommand => Data.Options?.FirstOrDefault(o => o.Type == OptionType.Subcommand)?.Name ?? "";

    /// <summary>The message that a menu command was used on.</summary>
    public Message? Target => Data.TargetId is { } id && Data.Resolved?.Messages is { } messages ? messages.GetValueOrDefault(id) : null;

    private static IEnumerable<InteractionOption> Leaves(IReadOnlyList<InteractionOption>? options) =>
        (options ?? []).SelectMany(o => o.Options is { } inner ? Leaves(inner) : [o]);
}
