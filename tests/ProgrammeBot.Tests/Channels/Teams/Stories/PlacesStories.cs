using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>The bot comes to teams and chats, is set up there, and goes.</summary>
public sealed class PlacesStories : TeamsStory
{
    private const string Length = "how long does the programme last?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("channel", false)]
    [InlineData("channel", true)]
    [InlineData("groupChat", false)]
    [InlineData("groupChat", true)]
    [InlineData("personal", false)]
    [InlineData("personal", true)]
    public async Task Whoever_adds_it_is_greeted_once_in_whichever_order_and_however_often_the_news_comes(string kind, bool isReversed)
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var at = kind switch { "channel" => Cohort.General, "groupChat" => Teams.Group("Flatmates", Olga, Ada), _ => Teams.Personal(Olga) };

        await InstalledAsync(at, isReversed);
        await InstalledAsync(at, !isReversed);
        await bot.SettledAsync();
        await bot.RestartAsync();
        await InstalledAsync(at, isReversed);
        await bot.SettledAsync();

        var greeting = Assert.Single(at.Messages);
        Assert.StartsWith("Hello!", greeting.Text ?? Words(greeting.Card), StringComparison.Ordinal);
        Assert.Equal(kind == "channel" ? ["Set up"] : [], Buttons(greeting.Card));
    }

    [Fact]
    public async Task The_greeting_in_a_chat_of_ones_own_suggests_questions()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);

        await InstalledAsync(Teams.Personal(Ada));

        var suggested = (await Teams.Personal(Ada).SaidAsync()).Activity.Part("suggestedActions").Items("actions").ToList();
        Assert.InRange(suggested.Count, 1, 3);
        Assert.All(suggested, s => Assert.Equal("imBack", s.Text("type")));
    }

    [Fact]
    public async Task The_greeting_stands_in_the_channel_that_was_chosen_for_it()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var install = Teams.Make.InstallationUpdate(Olga, Cohort.General, "add");
        install["channelData"]!["settings"]!["selectedChannel"]!["id"] = Questions.Id;

        await Teams.Inbound.DeliverAsync(install);

        Assert.Contains("Hello!", Words((await Questions.SaidAsync()).Card), StringComparison.Ordinal);
        Assert.Empty(Cohort.General.Messages);
    }

    [Fact]
    public async Task An_upgrade_greets_nobody_and_a_new_installation_greets_again()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        await InstallAsync();

        await Teams.Inbound.DeliverAsync(Teams.Make.InstallationUpdate(Olga, Cohort.General, "remove-upgrade"));
        await Teams.Inbound.DeliverAsync(Teams.Make.InstallationUpdate(Olga, Cohort.General, "add-upgrade"));
        await bot.SettledAsync();
        Assert.Single(Cohort.General.Messages);

        await RemovedAsync(Cohort.General);
        await InstalledAsync(Cohort.General);
        await bot.SettledAsync();
        Assert.Equal(2, Cohort.General.Messages.Count);
    }

    [Fact]
    public async Task Who_only_joins_or_leaves_is_neither_greeted_nor_the_end_of_it()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        await InstallAsync();
        await SetsUpAsync(Olga, Cohort.General, new { programme = "msc-robotics" });

        await Teams.Inbound.DeliverAsync(Teams.Make.Joined(Cohort.General, Ben));
        var left = Teams.Make.Uninstall(Olga, Cohort.General)[1];
        left["membersRemoved"]![0]!["id"] = Ben.Id;
        await Teams.Inbound.DeliverAsync(left);
        var channelOnly = Teams.Make.Uninstall(Olga, Cohort.General)[1];
        channelOnly["channelData"]!["eventType"] = "channelMemberRemoved";
        await Teams.Inbound.DeliverAsync(channelOnly);
        await bot.SettledAsync();

        Assert.Equal("msc-robotics", (await SettingsAsync(bot, Cohort.General))?.Programme);
    }

    [Theory]
    [InlineData("uninstalled")]
    [InlineData("teamDeleted")]
    [InlineData("teamHardDeleted")]
    public async Task A_team_that_it_leaves_is_forgotten_and_no_other(string how)
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var (here, elsewhere) = (Cohort, Teams.Team("Cohort 2026", Olga, Ben));
        await InstallAsync();
        await InstalledAsync(elsewhere.General);
        var (gone, kept) = (await FurnishedAsync(bot, here, Ada), await FurnishedAsync(bot, elsewhere, Ben));

        if (how == "uninstalled")
        {
            await RemovedAsync(here.General);
        }
        else
        {
            await Teams.Inbound.DeliverAsync(Teams.Make.TeamEvent(Olga, here.General, how));
        }

        await bot.SettledAsync();
        Assert.Equal((false, false, false), await KeptAsync(bot, here, gone));
        Assert.Equal((true, true, true), await KeptAsync(bot, elsewhere, kept));
    }

    [Fact]
    public async Task A_channel_that_is_deleted_takes_its_own_settings_and_questions_with_it_and_no_others()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        await InstallAsync();
        var other = Cohort.Channel("Admissions");
        await SetsUpAsync(Olga, Cohort.General, new { channel = Cohort.General.Id });
        await SetsUpAsync(Olga, Questions, new { programme = "msc-robotics" });
        await SetsUpAsync(Olga, other, new { programme = "mres-optics" });
        var (gone, kept) = (await AsksAsync(Ada, Questions, "what is the pass mark?"), await AsksAsync(Ada, other, "what ielts score is wanted?"));

        await Teams.Inbound.DeliverAsync(Teams.Make.TeamEvent(Olga, Questions, "channelDeleted"));
        await bot.SettledAsync();

        Assert.Null(await SettingsAsync(bot, Questions));
        Assert.Equal("mres-optics", (await SettingsAsync(bot, other))?.Programme);
        Assert.Equal(Cohort.General.Id, (await SettingsAsync(bot, Cohort.General))?.ModeratorChannel);
        Assert.Empty(await ReferencesAsync(bot, gone));
        Assert.Single(await ReferencesAsync(bot, kept));
    }

    [Fact]
    public async Task A_group_chat_that_it_is_removed_from_is_forgotten()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var chat = Teams.Group("Flatmates", Ada, Ben);
        await InstalledAsync(chat);
        await chat.SaidAsync();
        var asked = await AsksAsync(Ada, chat, "what is the pass mark on the msc robotics?");
        Assert.Single(await ReferencesAsync(bot, asked));

        await RemovedAsync(chat);
        await bot.SettledAsync();

        Assert.Empty(await ReferencesAsync(bot, asked));
        Assert.Empty(await bot.ReadAsync(unit => unit.Places.ListAsync(Whereabouts.TenantPlace(Teams.Tenant), Token)));
    }

    [Fact]
    public async Task What_the_owner_sets_for_the_team_holds_in_its_channels_and_a_channel_may_differ_and_both_outlast_a_restart()
    {
        var bot = await BotInTeams.StartAsync(Teams);
        await InstallAsync();

        var saved = await SetsUpAsync(Olga, Cohort.General, new { programme = "msc-robotics", language = "en" });
        Assert.Contains("Saved. It holds from now on.", Words(saved), StringComparison.Ordinal);
        Assert.Contains("the whole team", Words(saved), StringComparison.Ordinal);
        Assert.Contains("MSc Robotics", Words(saved), StringComparison.Ordinal);
        Assert.Contains("one year", (await AsksAsync(Ada, Questions, Length)).Text, StringComparison.Ordinal);

        var optics = Cohort.Channel("Optics");
        await SetsUpAsync(Olga, optics, new { programme = "mres-optics" });
        Assert.Contains("18 months", (await AsksAsync(Ada, optics, Length)).Text, StringComparison.Ordinal);
        Assert.Contains("one year", (await AsksAsync(Ben, Questions, Length)).Text, StringComparison.Ordinal);

        await bot.RestartAsync();
        Assert.Contains("18 months", (await AsksAsync(Ada, optics, Length)).Text, StringComparison.Ordinal);
        Assert.Contains("one year", (await AsksAsync(Ada, Questions, Length)).Text, StringComparison.Ordinal);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Who_may_not_sets_nothing_up_neither_by_word_nor_by_a_press_of_their_own_making()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var greeting = await InstallAsync();
        await SetsUpAsync(Olga, Cohort.General, new { programme = "msc-robotics" });

        await SaysAsync(Ada, Questions, "setup");
        Assert.Equal(NotAllowed, (await Questions.SaidAsync()).Text);
        Assert.Equal(NotAllowed, WordsOf(await PressesAsync(Ada, greeting, "Set up")));
        var forged = await ForgesAsync(Ada, greeting, "setup-save", more: new { programme = "mres-optics", moderators = Ada.AadObjectId });

        Assert.Equal(NotAllowed, WordsOf(forged));
        var holds = await SettingsAsync(bot, Cohort.General);
        Assert.Equal(("msc-robotics", null), (holds?.Programme, holds?.Moderators));
    }

    [Fact]
    public async Task What_is_no_programme_or_channel_of_theirs_is_not_set()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var greeting = await InstallAsync();
        await SetsUpAsync(Olga, Cohort.General, new { programme = "msc-robotics", channel = Questions.Id });

        var shown = CardOf(await ForgesAsync(Olga, greeting, "setup-save", more: new { programme = "phd-alchemy", channel = "19:elsewhere@thread.tacv2", answering = "Sometimes", language = "klingon!" }));

        Assert.Contains("MSc Robotics", Words(shown), StringComparison.Ordinal);
        Assert.DoesNotContain("alchemy", shown.ToJsonString(), StringComparison.Ordinal);
        var holds = await SettingsAsync(bot, Cohort.General);
        Assert.Equal(("msc-robotics", Questions.Id, null, null), (holds?.Programme, holds?.ModeratorChannel, holds?.Answering, holds?.Language));
    }

    [Fact]
    public async Task Where_it_is_off_it_says_nothing_and_can_be_set_up_still()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        await InstallAsync();
        await SetsUpAsync(Olga, Questions, new { answering = "Off" });
        var before = Questions.Messages.Count;

        Assert.Equal(200, (await Teams.Inbound.DeliverAsync(Teams.Make.Mention(Ada, Questions, "what is the pass mark on the msc robotics?"))).Status);
        Assert.Equal(200, (await Teams.Inbound.DeliverAsync(Teams.Make.Mention(Ada, Questions, "help"))).Status);
        await bot.SettledAsync();
        Assert.Equal(before, Questions.Messages.Count);

        await SetsUpAsync(Olga, Questions, new { answering = "WhenAsked" });
        Assert.Contains("50%", (await AsksAsync(Ada, Questions, "what is the pass mark on the msc robotics?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unasked_it_answers_only_where_that_is_set_only_what_is_sure_and_never_into_a_talk_between_people()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        await InstallAsync();
        var form = CardOf(await PressesAsync(Olga, Cohort.General.Messages[0], "Set up"));
        Assert.Contains("I must be allowed to read", Words(form), StringComparison.Ordinal);
        await SaidToNobodyAsync(bot, Questions, "what is the pass mark on the msc robotics?");
        Assert.Empty(Questions.Messages);

        await SetsUpAsync(Olga, Questions, new { answering = "EveryQuestion" });
        var set = Questions.Messages.Count;
        Assert.DoesNotContain("I must be allowed to read", Words(Questions.Messages[0].Card), StringComparison.Ordinal);
        await SaidToNobodyAsync(bot, Questions, "where can I park my bicycle tonight?");
        await SaidToNobodyAsync(bot, Questions, "I like the msc robotics.");
        await SaidToNobodyAsync(bot, Questions, "what is the pass mark on the msc robotics?", thread: Questions.Messages[0].Id);
        var toBen = Teams.Make.Message(Ada, Questions, $"<at>{Ben.Name}</at> what is the pass mark on the msc robotics?");
        InboundActivities.AddMention(toBen, Ben.Id, Ben.Name);
        Assert.Equal(200, (await Teams.Inbound.DeliverAsync(toBen)).Status);
        await bot.SettledAsync();
        Assert.Equal(set, Questions.Messages.Count);

        await SaidToNobodyAsync(bot, Questions, "what is the pass mark on the msc robotics?");
        Assert.Contains("50%", Questions.Messages[set].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cohort.General.Messages, m => m.Text?.Contains("50%", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Another_team_s_channel_makes_its_members_moderators_only_when_an_administrator_of_the_bot_sets_it()
    {
        await using var bot = await BotInTeams.StartAsync(Teams, null, new KeyValuePair<string, string?>("Teams:Administrators", Olga.AadObjectId));
        var (mo, otto) = (Teams.Person("Mo Moderator"), Teams.Person("Otto Outsider"));
        var (staff, foreign) = (Teams.Team("Staff", mo), Teams.Team("Foreign", otto));
        await InstallAsync();
        await InstalledAsync(staff.General, by: Olga);
        await InstalledAsync(foreign.General, by: otto);
        var desk = staff.Channel("Desk");
        await bot.SettledAsync();

        // Whoever adds it to a team of their own sets that up, and names nobody: the FAQ is everybody's.
        var own = foreign.General.Messages[0];
        var form = CardOf(await PressesAsync(otto, own, "Set up"));
        Assert.DoesNotContain("Staff", form.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("moderators", FieldsOf(form));
        await ForgesAsync(otto, own, "setup-save", more: new { channel = desk.Id, moderators = otto.AadObjectId });
        var settings = await SettingsAsync(bot, foreign.General);
        Assert.True(settings is { ModeratorChannel: null, ModeratorRole: null, Moderators: null });
        Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(otto, own, "faq")));
        Assert.Equal(NotAllowed, WordsOf(await ForgesAsync(otto, Cohort.General.Messages[0], "setup")));

        await SetsUpAsync(Olga, Cohort.General, new { channel = desk.Id });

        Assert.Contains("Find", Buttons(CardOf(await ForgesAsync(mo, Cohort.General.Messages[0], "faq"))));
        Assert.Contains("Find", Buttons(CardOf(await ForgesAsync(mo, staff.General.Messages[0], "faq"))));
        Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(Ada, Cohort.General.Messages[0], "faq")));

        // The other team is known by its own name still.
        Assert.Contains("Staff", CardOf(await PressesAsync(Olga, Cohort.General.Messages[0], "Set up")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_becomes_a_moderator_by_setting_up_a_chat_of_their_own()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        foreach (var chat in new[] { Teams.Personal(Ada), Teams.Group("Mine", Ada, Ben) })
        {
            await InstalledAsync(chat, by: Ada);
            await chat.SaidAsync();
            var before = chat.Messages.Count;
            await SaysAsync(Ada, chat, "setup");
            var shown = await chat.SaidAsync(before + 1);
            var form = CardOf(await PressesAsync(Ada, shown, "Set up"));
            Assert.DoesNotContain("moderators", FieldsOf(form));

            var saved = CardOf(await PressesAsync(Ada, shown, form, "Save", new { programme = "mres-optics", moderators = Ada.AadObjectId, channel = Cohort.General.Id }));

            Assert.Contains("MRes Optics", Words(saved), StringComparison.Ordinal);
            Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(Ada, shown, "faq")));
            Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(Ada, shown, "faq-add")));
            Assert.Contains("18 months", (await AsksAsync(Ada, chat, Length)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cohort_is_set_as_people_call_it_and_narrows_what_is_answered()
    {
        await using var bot = await BotInTeams.StartAsync(Teams, folder =>
        {
            folder.Write("seeds/programmes.yaml", folder.Read("seeds/programmes.yaml") + """

                  - id: mres-optics-2026
                    kind: intake
                    parent: mres-optics
                    name: MRes Optics, 2026-27 entry
                    aliases: ["2026-27 entry"]
                    documents: [optics-2026]
                """);
            folder.Write("seeds/optics-2026.md", "---\ntitle: Optics in 2026\nstanding: official\n---\n# Laboratory\n\nThe laboratory of the cohort is in the tower.\n");
        });
        await InstallAsync();
        await SetsUpAsync(Olga, Cohort.General, new { programme = "mres-optics", intake = "2026-27 entry" });

        Assert.Contains("in the tower", (await AsksAsync(Ada, Questions, "where is the laboratory of the cohort?")).Text, StringComparison.Ordinal);
        Assert.Contains("18 months", (await AsksAsync(Ada, Questions, Length)).Text, StringComparison.Ordinal);
    }

    private async Task InstalledAsync(FakeConversation at, bool isReversed = false, FakeUser? by = null)
    {
        var news = Teams.Make.Install(by ?? Olga, at);
        foreach (var activity in isReversed ? news.Reverse() : news)
        {
            Assert.Equal(202, (await Teams.Inbound.DeliverAsync(activity)).Status);
        }
    }

    private async Task RemovedAsync(FakeConversation at)
    {
        foreach (var activity in Teams.Make.Uninstall(Olga, at))
        {
            await Teams.Inbound.DeliverAsync(activity);
        }
    }

    private async Task SaidToNobodyAsync(BotInTeams bot, FakeConversation at, string text, string? thread = null)
    {
        await Teams.Inbound.DeliverAsync(Teams.Make.Message(Ada, at, text, thread));
        await bot.SettledAsync();
    }

    /// <summary>Settings, a reply and a ticket, in a channel of its own.</summary>
    private async Task<Answered> FurnishedAsync(BotInTeams bot, FakeTeam team, FakeUser asker)
    {
        await SetsUpAsync(Olga, team.General, new { programme = "msc-robotics", channel = team.General.Id });
        var asked = await AsksAsync(asker, team.Channel("Asking"), "what is the pass mark?");
        Assert.Contains("with the moderators", WordsOf(await PressesAsync(asker, asked.Buttons, "Ask a moderator")), StringComparison.Ordinal);
        Assert.Equal((true, true, true), await KeptAsync(bot, team, asked));
        return asked;
    }

    private async Task<(bool Settings, bool Reference, bool Ticket)> KeptAsync(BotInTeams bot, FakeTeam team, Answered asked) => (
        await SettingsAsync(bot, team.General) is not null,
        (await ReferencesAsync(bot, asked)).Count > 0,
        (await bot.ReadAsync(unit => unit.Tickets.ListOpenAsync(Whereabouts.TeamPlace(Teams.Tenant, team.Id), Token))).Count > 0);

    private static async Task<IReadOnlyList<ReplyReference>> ReferencesAsync(BotInTeams bot, Answered asked) =>
        AnswerId.TryParse(SubjectOf(asked.Buttons.Card, "Show passages"), out var id) ? await bot.ReadAsync(unit => unit.ReplyReferences.OfAsync(id, Token)) : [];

    /// <summary>What is kept for a team, by its General channel, or for one of its other channels; null for nothing.</summary>
    private async Task<PlaceSettings?> SettingsAsync(BotInTeams bot, FakeConversation channel)
    {
        var team = channel.Team!; // of a channel
        var place = channel == team.General ? Whereabouts.TeamPlace(Teams.Tenant, team.Id) : Whereabouts.ChannelPlace(Teams.Tenant, team.Id, channel.Id);
        return (await bot.ReadAsync(unit => unit.Places.FindAsync(place, Token)))?.Settings;
    }
}
