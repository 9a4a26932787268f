using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Moderation;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>The few words that are commands and no questions, in the languages we speak: Teams has no commands of its own.</summary>
internal sealed class TextCommands(TeamsServices services, Roles roles, PersonalChoices choices, PrivacyDesk privacy, SetupPresses setup, ModeratorTools tools)
{
    /// <summary>What the words ask for; null where they are none of ours.</summary>
    /// <remarks>Whole messages only: 'privacy law modules' is a question.</remarks>
    public Func<Sender, CancellationToken, Task>? Find(string words, Here here)
    {
        var (said, local) = (words.Trim().TrimEnd('.', '!').ToLowerInvariant(), here.Wording);
        var isOn = here.At.IsPersonal || here.Settings.Answering != AnsweringMode.Off;
        if (Is(said, w => w.CommandSetup))
        {
            return async (by, token) => await ReplyAsync(here, by, await setup.OpenAsync(here, by.Account, token), token);
        }

        if (Is(said, w => w.CommandFaq))
        {
            return async (by, token) => await ReplyAsync(here, by, await tools.Faq.OpenAsync(here, by.Account, token), token);
        }

        if (Is(said, w => w.CommandGaps))
        {
            return async (by, token) => await ReplyAsync(here, by, await tools.Gaps.OpenAsync(here, by, token), token);
        }

        if (Is(said, w => w.CommandPages))
        {
            return (by, token) => InviteAsync(here, by, token);
        }

        if (!isOn)
        {
            return null;
        }

        if (Is(said, w => w.CommandHelp))
        {
            return async (by, token) => await ReplyAsync(here, by, new Greetings(local).Help(await roles.IsKeeperAsync(by.Account, here.At, here.Settings, token)), token);
        }

        if (Is(said, w => w.CommandSuggest))
        {
            return async (by, token) => await ReplyAsync(here, by, await tools.Suggesting.OpenAsync(here, token), token);
        }

        if (Is(said, w => w.CommandPrivacy))
        {
            return (by, token) => ReplyAsync(here, by, OutgoingActivity.Says(services.Keeps.InWords(local.Privacy)), token);
        }

        if (Is(said, w => w.CommandMyData))
        {
            return (by, token) => ShowAsync(here, by, token);
        }

        if (Is(said, w => w.CommandForgetMe))
        {
            return (by, token) => ForgetAsync(here, by, token);
        }

        return services.Wording.All.Select(w => w.CommandProgramme).FirstOrDefault(c => said == c || said.StartsWith(c + " ", StringComparison.Ordinal)) is { } command
            && Programme(said[command.Length..].Trim(), here) is { } answer
                ? (by, token) => ReplyAsync(here, by, OutgoingActivity.Says(answer(by)), token)
                : null;
    }

    private bool Is(string said, Func<TeamsWording, string> command) => services.Wording.All.Any(w => said == command(w));

    /// <summary>What is said to 'programme …'; null where it goes on like a question ('programme structure').</summary>
    private Func<Sender, string>? Programme(string name, Here here)
    {
        var wording = here.Wording;
        if (name.Length == 0)
        {
            return by => (choices.ScopeOf(by.Person) ?? here.Settings.Programme) is { } scope && services.Scopes.Find(scope) is { } found
                ? SharedWording.Filled(wording.ProgrammeSet, TeamsText.EscapeLine(found.Name))
                : SharedWording.Filled(wording.ProgrammeNone, Names());
        }

        if (name is "none" or "keiner" or "keines")
        {
            return by =>
            {
                choices.Forget(by.Person);
                return wording.Shared.ProgrammeCleared;
            };
        }

        return services.Scopes.Scopes.FirstOrDefault(s => s.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            || s.Aliases.Any(a => a.Equals(name, StringComparison.OrdinalIgnoreCase))) is not { } scope ? null : by =>
        {
            choices.Choose(by.Person, scope.Id);
            return SharedWording.Filled(wording.ProgrammeSet, TeamsText.EscapeLine(scope.Name));
        };
    }

    private string Names() => string.Join(", ", services.Scopes.Scopes.Where(s => s.Kind == Scopes.ScopeKind.Programme).Select(s => TeamsText.EscapeLine(s.Name)));

    /// <summary>In a chat of their own only: elsewhere others read it.</summary>
    private async Task ShowAsync(Here here, Sender by, CancellationToken cancellationToken)
    {
        var text = here.At.IsPersonal
            ? PersonalDataText.Of(await privacy.ShowAsync(by.Person, cancellationToken), here.Wording.Shared, TeamsText.EscapeLine, scope => TeamsText.EscapeLine(services.Scopes.Find(scope)?.Name ?? scope))
            : here.Wording.MyDataAlone;
        await ReplyAsync(here, by, OutgoingActivity.Says(text), cancellationToken);
    }

    /// <summary>To whoever keeps the FAQ, in a chat of their own; it sees their tenant.</summary>
    private async Task InviteAsync(Here here, Sender by, CancellationToken cancellationToken)
    {
        var text = !await roles.IsKeeperAsync(by.Account, here.At, here.Settings, cancellationToken) ? here.Wording.NotKeeper
            : !here.At.IsPersonal ? here.Wording.PagesAlone
            : await services.Invite(Roles.ModeratorOf(by.Person, here), cancellationToken) is { } link
                ? SharedWording.Filled(here.Wording.Shared.PagesLink, link.AbsoluteUri)
            : here.Wording.Shared.PagesNotHere;
        await ReplyAsync(here, by, OutgoingActivity.Says(text), cancellationToken);
    }

    private async Task ForgetAsync(Here here, Sender by, CancellationToken cancellationToken)
    {
        await privacy.ForgetAsync(by.Person, cancellationToken);
        await ReplyAsync(here, by, OutgoingActivity.Says(here.Wording.Shared.Forgotten), cancellationToken);
    }

    private Task<string?> ReplyAsync(Here here, Sender by, OutgoingActivity activity, CancellationToken cancellationToken) =>
        services.Calls.SendAsync(here.Address, activity, by.Message, isAwaited: true, cancellationToken);
}
