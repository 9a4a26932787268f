using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Scopes;
using ProgrammeBot.Tests.Channels.Discord.Rendering;

namespace ProgrammeBot.Tests.Channels.Discord.Commands;

public sealed class CommandSetTests
{
    private static readonly ScopeCatalog Two = Programmes(2);

    [Fact]
    public void The_commands_are_these() => Approved.Is(CommandSet.All(Two), "commands");

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(24, true)]
    [InlineData(25, true)]
    [InlineData(300, true)]
    public void Every_limit_is_kept_however_many_programmes_there_are(int count, bool longNames)
    {
        var programmes = Programmes(count, longNames ? new string('n', 400) : "");

        Assert.Empty(CommandFaults.In(CommandSet.All(programmes)));
        Assert.Empty(CommandFaults.In(CommandSet.All(programmes, forGuild: true)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void Programmes_are_choices_while_there_is_room_and_else_found_as_one_types(int count, bool areChoices)
    {
        var option = CommandSet.All(Programmes(count)).Single(c => c.Name == CommandNames.Programme).Options!.Single();

        Assert.Equal(areChoices, option.Choices is { Count: > 0 });
        Assert.Equal(!areChoices, option.Autocomplete == true);
    }

    [Fact]
    public void Every_command_and_option_has_a_German_name_and_the_defaults_own_languages()
    {
        var json = JsonSerializer.SerializeToNode(CommandSet.All(Two), DiscordJson.Default.IReadOnlyListApplicationCommand)!;
        foreach (var command in json.AsArray())
        {
            Named(command!);
        }

        static void Named(JsonNode at)
        {
            Assert.Equal(["de", "en-GB", "en-US"], at["name_localizations"]!.AsObject().Select(l => l.Key));
            Assert.Equal(at["name"]!.GetValue<string>(), at["name_localizations"]!["en-GB"]!.GetValue<string>());
            foreach (var option in at["options"]?.AsArray() ?? [])
            {
                Named(option!);
            }
        }
    }

    [Fact]
    public void What_sets_up_or_moderates_is_not_shown_to_everybody_to_begin_with()
    {
        var shown = CommandSet.All(Two).ToDictionary(c => c.Name, c => c.DefaultMemberPermissions);

        Assert.Equal(Permissions.ManageGuild, shown[CommandNames.Setup]);
        Assert.All([CommandNames.Faq, CommandNames.MakeFaq, CommandNames.WrongAnswer], name => Assert.Equal(Permissions.ManageMessages, shown[name]));
        Assert.All([CommandNames.Ask, CommandNames.Programme, CommandNames.ForgetMe, CommandNames.Privacy, CommandNames.AnswerThis], name => Assert.Null(shown[name]));
    }

    [Fact]
    public void A_guilds_commands_say_nothing_that_only_global_ones_may() =>
        Assert.All(CommandSet.All(Two, forGuild: true), c => Assert.True(c.Contexts is null && c.IntegrationTypes is null, c.Name));

    [Fact]
    public void The_hash_changes_with_the_commands_and_not_with_the_order_of_parts()
    {
        var commands = CommandSet.All(Two);
        var hash = CommandHash.Of(commands);

        Assert.Equal(hash, CommandHash.Of(CommandSet.All(Programmes(2))));
        Assert.Equal(hash, CommandHash.Of([.. commands.Select(c => c with { NameLocalizations = c.NameLocalizations!.Reverse().ToDictionary() })]));
        Assert.NotEqual(hash, CommandHash.Of(CommandSet.All(Programmes(3))));
        Assert.NotEqual(hash, CommandHash.Of([.. commands.Reverse()]));
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    [Theory]
    [InlineData(false, "https://discord.com/oauth2/authorize?client_id=123456789012345678&scope=bot+applications.commands&permissions=309237730304")]
    [InlineData(true, "https://discord.com/oauth2/authorize?client_id=123456789012345678&scope=bot+applications.commands&permissions=326417599488")]
    public void The_invitation_asks_for_what_is_needed_and_no_more(bool solvedTag, string expected) =>
        Assert.Equal(expected, InviteLink.For(new Snowflake(123456789012345678), solvedTag).AbsoluteUri);

    private static ScopeCatalog Programmes(int count, string more = "") => new(
        [
            new Scope("general", ScopeKind.General, "All"),
            .. Enumerable.Range(0, count).Select(i => new Scope($"programme-{i}", ScopeKind.Programme, $"MSc Number {i}{more}") { Parent = "general" }),
            .. Enumerable.Range(0, count).Select(i => new Scope($"programme-{i}-2025", ScopeKind.Intake, $"MSc Number {i}, 2025-26 entry{more}") { Parent = $"programme-{i}" }),
        ],
        []);
}
