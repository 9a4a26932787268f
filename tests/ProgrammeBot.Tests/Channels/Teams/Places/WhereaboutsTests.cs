using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Places;

public sealed class WhereaboutsTests
{
    [Fact]
    public void A_thread_lies_in_its_channel_and_that_in_its_team()
    {
        var at = Whereabouts.Of(Activity("19:c@thread.tacv2;messageid=17", ConversationTypes.Channel, "19:team@thread.tacv2", "19:c@thread.tacv2"))!;

        Assert.Equal(("17", "19:c@thread.tacv2"), (at.ThreadRoot, at.Base));
        Assert.Equal((Whereabouts.TeamPlace("T", "19:team@thread.tacv2"), Whereabouts.ChannelPlace("T", "19:team@thread.tacv2", "19:c@thread.tacv2")), (at.Root, at.Place));
        Assert.True(at.Place.IsUnder(at.Root) && at.Root.IsUnder(Whereabouts.TenantPlace("T")));
        Assert.False(Whereabouts.IsChatPlace(at.Place) || Whereabouts.IsChatPlace(at.Root));
    }

    [Fact]
    public void Chats_are_places_of_their_own_and_a_personal_one_is_told_from_others()
    {
        var (own, group) = (Whereabouts.Of(Activity("a:1x", ConversationTypes.Personal))!, Whereabouts.Of(Activity("19:g@thread.v2", ConversationTypes.GroupChat))!);

        Assert.Equal((true, true, true, false), (Whereabouts.IsPersonalPlace(own.Place), Whereabouts.IsChatPlace(own.Place), Whereabouts.IsChatPlace(group.Place), Whereabouts.IsPersonalPlace(group.Place)));
        Assert.Equal((own.Place, group.Place), (own.Root, group.Root));
    }

    [Theory]
    [InlineData(null, true, null, ConversationTypes.GroupChat)]
    [InlineData(null, null, null, ConversationTypes.Personal)]
    [InlineData("meeting", null, "19:team", ConversationTypes.Channel)]
    public void Where_the_kind_is_not_told_the_rest_tells_it(string? kind, bool? isGroup, string? team, string told)
    {
        var activity = Activity("19:x", kind, team);
        Assert.Equal(told, Whereabouts.Of(activity with { Conversation = activity.Conversation! with { IsGroup = isGroup } })!.Kind);
    }

    [Fact]
    public void What_cannot_be_answered_is_nowhere()
    {
        var activity = Activity("19:x", ConversationTypes.Personal);

        Assert.Null(Whereabouts.Of(activity with { ServiceUrl = "" }));
        Assert.Null(Whereabouts.Of(activity with { Recipient = null }));
        Assert.Null(Whereabouts.Of(activity with { Conversation = null }));
        Assert.Null(Whereabouts.Of(activity with { Conversation = new Conversation("19:x") }));
    }

    [Fact]
    public void Whatever_ids_look_like_they_name_different_places_and_people()
    {
        var random = new Random(11);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (ids.Count < 400)
        {
            var length = random.Next(1, random.Next(2) == 0 ? 6 : 600);
            ids.Add(string.Create(length, random, (span, r) =>
            {
                foreach (ref var c in span)
                {
                    c = "aA:_-.@;é\u3042/ 0"[r.Next(13)];
                }
            }));
        }

        Assert.Equal(ids.Count, ids.Select(id => Whereabouts.TeamPlace("t", id)).Distinct().Count());
        Assert.Equal(ids.Count, ids.Select(id => Whereabouts.ChannelPlace(id, id, id)).Distinct().Count());
        Assert.Equal(ids.Count, ids.Select(id => Whereabouts.PersonOf("t", id)).Distinct().Count());
        foreach (var (one, other) in ids.Zip(ids.Skip(1)))
        {
            Assert.False(Whereabouts.TeamPlace("t", one + other).IsUnder(Whereabouts.TeamPlace("t", one)));
        }
    }

    [Fact]
    public void A_person_is_known_by_their_object_id_whatever_its_case_and_else_by_their_id_for_us()
    {
        var ada = new Account("29:1") { AadObjectId = "AB-12" };

        Assert.Equal(Whereabouts.PersonOf("t", ada), Whereabouts.PersonOf("t", ada with { Id = "29:2", AadObjectId = "ab-12" }));
        Assert.NotEqual(Whereabouts.PersonOf("t", ada), Whereabouts.PersonOf("u", ada));
        Assert.Equal(Whereabouts.PersonOf("t", "29:1"), Whereabouts.PersonOf("t", ada with { AadObjectId = null }));
    }

    [Fact]
    public void A_message_has_one_name_by_its_thread_and_by_its_channel() =>
        Assert.Equal(Whereabouts.MessageName("19:c", "7"), Whereabouts.MessageName("19:c;messageid=5", "7"));

    private static Activity Activity(string conversation, string? kind, string? team = null, string? channel = null) => new()
    {
        ServiceUrl = "https://smba.example/",
        Recipient = new Account("28:bot"),
        Conversation = new Conversation(conversation) { ConversationType = kind, TenantId = "T" },
        ChannelData = new ChannelData { Team = team is null ? null : new Team(team), Channel = channel is null ? null : new Named(channel) },
    };
}
