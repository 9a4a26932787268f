using System.Text;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Moderation;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Places;

/// <summary><c>/setup</c>: what holds in a guild, category, channel or thread; for its administrators, privately.</summary>
internal sealed class SetupCommands(DiscordServices services, DiscordOptions options, DiscordPlaces places, GuildDirectory directory) : IInteractionHandler
{
    public async Task<bool> HandleAsync(InteractionSession session, CancellationToken cancellationToken)
    {
        if (session.Interaction.Type != InteractionType.Command || session.Data.Name != CommandNames.Setup)
        {
            return false;
        }

        var here = await session.HereAsync(places, cancellationToken);
        if (session.Interaction.GuildId is not { } guild || !Roles.IsAdministrator(session.Interaction.Member))
        {
            await session.TellAsync(here.Wording.NotAllowed, cancellationToken);
            return true;
        }

        Know(session, guild);
        var where = Chosen(session, CommandNames.Channel) is { } channel && session.Subcommand is CommandNames.AskChannel or CommandNames.Forum ? channel
            : Chosen(session, CommandNames.Where) ?? guild;
        var place = places.PlaceOf(guild, where);
        if (session.Subcommand != CommandNames.Show)
        {
            try
            {
                await places.ChangeAsync(guild, place, settings => Changed(settings, session), cancellationToken);
            }
            catch (ArgumentException e)
            {
                await session.TellAsync(DiscordText.EscapeLine(e.Message, 500), cancellationToken);
                return true;
            }
        }

        await session.TellAsync(await ShownAsync(session, guild, where, place, cancellationToken), cancellationToken);
        return true;
    }

    /// <summary>The channels that came with the command: after a restart no event may have told of them yet.</summary>
    private void Know(InteractionSession session, Snowflake guild)
    {
        foreach (var channel in (session.Data.Resolved?.Channels?.Values ?? []).Where(c => directory.Find(c.Id) is null))
        {
            directory.Put(channel, guild);
        }
    }

    private PlaceSettings Changed(PlaceSettings settings, InteractionSession session)
    {
        var state = session.Text(CommandNames.State);
        var isOn = state == CommandNames.On;
        switch (session.Subcommand)
        {
            case CommandNames.Programme:
                return settings with { Programme = Scope(session.Text(CommandNames.Programme)) };
            case CommandNames.Intake:
                return settings with { Intake = Scope(session.Text(CommandNames.Intake)) };
            case CommandNames.AskChannel:
                return settings with { IsAskChannel = isOn };
            case CommandNames.Forum:
                return settings with { IsForum = isOn };
            case CommandNames.Moderators:
                return settings with { ModeratorRole = Chosen(session, CommandNames.Role)?.ToString(), ModeratorChannel = Chosen(session, CommandNames.Channel)?.ToString() };
            case CommandNames.Review:
                // A server asks for more than whoever runs the bot, never for less.
                return settings with { SecondPerson = isOn ? true : settings.SecondPerson == false ? false : null };
            case CommandNames.Answers:
                return settings with { PrivateAnswers = state == CommandNames.Private };
            case CommandNames.Answering:
                return settings with { Answering = isOn ? AnsweringMode.WhenAsked : AnsweringMode.Off };
            case CommandNames.Staff:
                return settings with { IgnoresStaff = isOn };
            case CommandNames.WakeWords:
                return settings with { WakeWords = isOn ? [.. (session.Text(CommandNames.Words) ?? "").Split(',').Select(StoredText.CleanLine).Where(w => w.Length > 0)] : [] };
            case CommandNames.Language:
                return settings with { Language = session.Text(CommandNames.Language) is { } language && language != CommandNames.None ? language : null };
            default:
                return settings;
        }
    }

    private string? Scope(string? chosen) => chosen is null or CommandNames.None || services.Scopes.Find(chosen) is null ? null : chosen;

    /// <summary>What holds there, and what we may not do, each line to be read by itself.</summary>
    private async Task<string> ShownAsync(InteractionSession session, Snowflake guild, Snowflake where, PlaceId place, CancellationToken cancellationToken)
    {
        var here = where == guild
            ? (await session.HereAsync(places, cancellationToken)) with { Settings = PlaceSettings.Inherit([PlaceSettings.Defaults, await places.OwnAsync(place, cancellationToken)]) }
            : await places.HereAsync(guild, where, null, [session.Interaction.Locale, session.Interaction.GuildLocale], cancellationToken);
        var (wording, settings) = (here.Wording, here.Settings);
        var text = new StringBuilder();
        text.Append("**").Append(SharedWording.Filled(wording.Shared.SetupShown, where == guild ? wording.SetupWholeServer : $"<#{where}>")).Append("**");
        Line(text, wording.Shared.SetupProgramme, NameOf(settings.Programme));
        Line(text, wording.Shared.SetupIntake, NameOf(settings.Intake));
        Line(text, wording.Shared.SetupAnswering, settings.Answering == AnsweringMode.Off ? wording.Shared.SetupOff : wording.Shared.SetupOn);
        Line(text, wording.SetupAnswers, settings.PrivateAnswers == true ? wording.Shared.SetupPrivate : wording.Shared.SetupPublic);
        Line(text, wording.SetupAskChannel, settings.IsAskChannel == true ? wording.Shared.SetupOn : null);
        Line(text, wording.SetupForum, settings.IsForum == true ? wording.Shared.SetupOn : null);
        Line(text, wording.SetupStaff, settings.IgnoresStaff == true ? wording.Shared.SetupOn : null);
        Line(text, wording.Shared.SetupWakeWords, settings.WakeWords is { Count: > 0 } words ? string.Join(", ", words.Select(w => DiscordText.EscapeLine(w))) : null);
        Line(text, wording.Shared.SetupModerators, settings.ModeratorRole is { } role ? $"<@&{role}>, <#{settings.ModeratorChannel}>" : null);
        Line(text, wording.Shared.SetupSecondPerson, where == guild && settings.SecondPerson == true ? wording.Shared.SetupOn : null);
        Line(text, wording.Shared.SetupLanguage, settings.Language is { } language ? DiscordText.EscapeLine(language) : null);
        if (!options.MessageContent && (settings.IsAskChannel == true || settings.IsForum == true || settings.WakeWords is { Count: > 0 }))
        {
            text.Append("\n⚠️ ").Append(wording.SetupNeedsContent);
        }

        foreach (var lacking in Lacking(session, where))
        {
            text.Append("\n⚠️ ").Append(PermissionTroubles.Words(wording, lacking, session.Channel));
        }

        return text.Length <= DiscordLimits.Content ? text.ToString() : text.ToString(0, DiscordLimits.Content);
    }

    /// <summary>What we may not do in the channel the command was used in: of others Discord does not say.</summary>
    private static IEnumerable<Permissions> Lacking(InteractionSession session, Snowflake where) =>
        session.Interaction.AppPermissions is not { } ours || (ours & Permissions.Administrator) != 0 || (where != session.Channel && session.Subcommand != CommandNames.Show)
            ? []
            : new[] { Permissions.ViewChannel, Permissions.SendMessages, Permissions.SendMessagesInThreads, Permissions.CreatePublicThreads, Permissions.EmbedLinks, Permissions.ReadMessageHistory }
                .Where(p => (ours & p) == 0);

    private string? NameOf(string? scope) => scope is null ? null : DiscordText.EscapeLine(services.Scopes.Find(scope)?.Name ?? scope);

    private static void Line(StringBuilder text, string label, string? value)
    {
        if (value is not null)
        {
            text.Append('\n').Append(label).Append(": ").Append(value);
        }
    }

    private static Snowflake? Chosen(InteractionSession session, string option) => Snowflake.TryParse(session.Text(option), out var id) ? id : null;
}
