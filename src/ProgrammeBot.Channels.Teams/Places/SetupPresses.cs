using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Conversations;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Places;

/// <summary>What holds in a team, channel or chat, set by card: for whoever installed us there, its moderators, and whoever runs the bot.</summary>
/// <remarks>The General channel stands for the team: what is set there is inherited by the others.</remarks>
internal sealed class SetupPresses(TeamsServices services, TeamsPlaces places, Roles roles) : IPressHandler
{
    /// <summary>So many moderators are looked up for their names: the press waits for it.</summary>
    private const int Named = 8;

    /// <summary>Teams does not tell a bot its permissions: that it reads what is not addressed to it shows by its doing so.</summary>
    private readonly RecentItems<PlaceId, bool> _reads = new(10_000);

    /// <summary>The settings as they hold here, with a way to change them; or a word to those who may not.</summary>
    public async Task<OutgoingActivity> OpenAsync(Here here, Account by, CancellationToken cancellationToken) =>
        await MayAsync(here, by, cancellationToken)
            ? OutgoingActivity.Shows(new SetupCards(here.Wording).Shown(await ViewAsync(here, by, cancellationToken)), here.Wording.SetupTitle)
            : OutgoingActivity.Says(here.Wording.NotAllowed);

    /// <summary>Takes note that a message came in which we were not mentioned: we may read them there.</summary>
    public void Reads(PlaceId root) => _reads.TryAdd(root, true);

    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data.Verb is not (CardVerbs.Setup or CardVerbs.SetupSave))
        {
            return null;
        }

        var here = press.Here;
        if (!await MayAsync(here, press.By, cancellationToken))
        {
            return PressResult.Tells(here.Wording.NotAllowed);
        }

        var cards = new SetupCards(here.Wording);
        if (press.Data.Verb == CardVerbs.Setup)
        {
            return PressResult.Shows(cards.Form(await ViewAsync(here, press.By, cancellationToken)));
        }

        await SaveAsync(press, SetupChoice.Of(press.Data), cancellationToken);
        var now = await places.HereAsync(here.At, press.Locale, cancellationToken);
        return PressResult.Shows(new SetupCards(now.Wording).Shown(await ViewAsync(now, press.By, cancellationToken), isSaved: true));
    }

    private async Task<bool> MayAsync(Here here, Account by, CancellationToken cancellationToken) =>
        roles.IsAdministrator(by, here.At, here.Settings) || await roles.IsModeratorAsync(by, here.At, here.Settings, cancellationToken);

    private async Task SaveAsync(Press press, SetupChoice chosen, CancellationToken cancellationToken)
    {
        var here = press.Here;
        var channels = await ChannelsAsync(here, press.By, cancellationToken);
        var moderators = channels.FirstOrDefault(c => c.Channel.Id == chosen.ModeratorChannel);

        // The channel of another team makes its members moderators: that is what such a team is for. One of their own team says nothing of whom.
        var mayName = roles.IsOperator(press.By);
        var role = moderators is not null && moderators.At.Team != here.At.Team ? moderators.At.Team : null;
        var place = PlaceOf(here.At);
        await places.ChangeAsync(
            here.At,
            place,
            own => own with
            {
                // What is not (or no longer) to be had is not taken, and what was set stays.
                Programme = chosen.Programme is null ? null : Known(chosen.Programme) ?? own.Programme,
                Intake = chosen.Intake,
                Answering = chosen.Answering,
                PrivateAnswers = chosen.PrivateAnswers,
                Language = chosen.Language,
                ModeratorChannel = chosen.ModeratorChannel is null ? null : moderators?.Channel.Id ?? own.ModeratorChannel,
                ModeratorRole = chosen.ModeratorChannel is null ? null : moderators is null ? own.ModeratorRole : role ?? OwnTeamOf(own, here.At),
                // A team asks for more than whoever runs the bot, never for less.
                SecondPerson = !mayName || place != here.At.Root ? own.SecondPerson : chosen.AsksSecondPerson ? true : own.SecondPerson == false ? false : null,
                Moderators = here.At.Team is null || (mayName && chosen.Moderators.Count == 0) ? null : mayName ? chosen.Moderators : own.Moderators,
            },
            cancellationToken);
        if (role is not null)
        {
            // In their own team they are moderators too, or they could not answer there.
            await places.ChangeAsync(moderators!.At, moderators.At.Root, own => own with { ModeratorRole = own.ModeratorRole ?? role }, cancellationToken); // else there were no role
        }
    }

    /// <summary>What another team's card made of this one, namely the moderators' own team, this one's does not take away by naming a channel of it.</summary>
    private static string? OwnTeamOf(PlaceSettings own, Whereabouts at) => own.ModeratorRole == at.Team ? own.ModeratorRole : null;

    private async Task<SetupView> ViewAsync(Here here, Account by, CancellationToken cancellationToken)
    {
        var place = PlaceOf(here.At);
        var channels = await ChannelsAsync(here, by, cancellationToken);
        return new SetupView(NameOf(here, channels), await places.OwnAsync(place, cancellationToken), here.Settings)
        {
            Inherits = place != here.At.Root,
            IsPersonal = here.At.IsPersonal,
            Programmes = services.Scopes.Scopes,
            Channels = [.. channels.Select(c => c.Channel)],
            Moderators = await MembersAsync(here, cancellationToken),
            HasModerators = here.At.Team is not null && roles.IsOperator(by),
            IsConsented = _reads.TryFind(here.At.Root, out _),
        };
    }

    /// <summary>The channels that moderators may read: of this team, and, for those who may name moderators, of every other.</summary>
    private async Task<IReadOnlyList<TeamChoice>> ChannelsAsync(Here here, Account by, CancellationToken cancellationToken)
    {
        if (here.At.IsPersonal)
        {
            return [];
        }

        var found = new List<TeamChoice>();
        if (here.At.Team is { } own)
        {
            found.AddRange(await ListAsync(here.At, null, cancellationToken));
        }

        foreach (var team in roles.IsOperator(by) ? await places.TeamsAsync(here.Tenant, cancellationToken) : [])
        {
            if (team.Id != here.At.Root && found.Count < TeamsLimits.ListChoices && places.ReadAddress(team.Address) is { Team: { } other } at)
            {
                found.AddRange(await ListAsync(at, at.TeamName ?? other, cancellationToken));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<TeamChoice>> ListAsync(Whereabouts at, string? prefix, CancellationToken cancellationToken)
    {
        try
        {
            var team = at.Team!; // asked of teams only
            var channels = await services.Calls.ListChannelsAsync(at.Address with { Conversation = team }, team, cancellationToken);
            return [.. channels.Select(c => new TeamChoice(at, prefix is null ? c : c with { Name = $"{prefix} · {c.Name ?? "General"}" }))];
        }
        catch (TeamsCallException)
        {
            // A team that cannot be asked now has no channels to offer.
            return [];
        }
    }

    /// <summary>The moderators by their names, as far as they can be looked up.</summary>
    private async Task<IReadOnlyList<Member>> MembersAsync(Here here, CancellationToken cancellationToken)
    {
        var found = new List<Member>();
        foreach (var id in here.At.Team is null ? [] : here.Settings.Moderators ?? [])
        {
            found.Add(found.Count < Named && await NameOfAsync(here, id, cancellationToken) is { } name ? new Member(id, name, id, null) : new Member(id, null, id, null));
        }

        return found;
    }

    private async Task<string?> NameOfAsync(Here here, string person, CancellationToken cancellationToken)
    {
        try
        {
            return (await services.Calls.FindMemberAsync(here.Address with { Conversation = here.At.Team! }, person, cancellationToken))?.Name; // asked of teams only
        }
        catch (TeamsCallException)
        {
            return null;
        }
    }

    private static string NameOf(Here here, IReadOnlyList<TeamChoice> channels) => here.At.Channel is { } id && id != here.At.Team
        ? channels.FirstOrDefault(c => c.Channel.Id == id)?.Channel.Name ?? id
        : here.At.Team is not null ? here.Wording.SetupWholeTeam : here.Wording.SetupThisChat;

    private string? Known(string? scope) => scope is not null && services.Scopes.Find(scope) is not null ? scope : null;

    private static PlaceId PlaceOf(Whereabouts at) => at.Channel is null || at.Channel == at.Team ? at.Root : at.Place;

    /// <param name="At">The team.</param>
    /// <param name="Channel">One of its channels.</param>
    private sealed record TeamChoice(Whereabouts At, TeamChannel Channel);
}
