using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Stores;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("discord:12", true)]
    [InlineData("discord:12:34", true)]
    [InlineData("discord:12:34:56", true)]
    [InlineData("teams:a_3ab.c-d:x", true)]
    [InlineData("discord", false)]
    [InlineData("discord:", false)]
    [InlineData(":12", false)]
    [InlineData("discord::34", false)]
    [InlineData("discord:12:34:56:78", false)]
    [InlineData("Discord:12", false)]
    [InlineData("discord:1 2", false)]
    [InlineData("discord:größe", false)]
    [InlineData("discord:12\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_place_is_two_to_four_plain_names(string? text, bool isPlace)
    {
        Assert.Equal(isPlace, PlaceId.TryParse(text, out var id));
        Assert.Equal(isPlace ? text : "", id.ToString());
    }

    [Fact]
    public void Whatever_a_platform_calls_its_places_two_names_never_fall_together()
    {
        Assert.Equal("teams:t:19_3a_41b_40thread.tacv2", PlaceId.Of("teams", "t", "19:Ab@thread.tacv2").ToString());
        Assert.NotEqual(PlaceId.Of("teams", "a:b"), PlaceId.Of("teams", "a", "b"));
        Assert.NotEqual(PlaceId.Of("teams", "A"), PlaceId.Of("teams", "a"));
        Assert.NotEqual(PlaceId.Of("teams", "_41"), PlaceId.Of("teams", "A"));
        Assert.Throws<ArgumentException>(() => PlaceId.Of("teams"));
        Assert.Throws<ArgumentException>(() => PlaceId.Of("teams", ""));
        Assert.Throws<ArgumentException>(() => PlaceId.Of("a", "b", "c", "d", "e"));
        Assert.Throws<ArgumentException>(() => PlaceId.Of("teams", new string('x', 400)));
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            string[] names = [StoredText.Clean("x" + SomeFaq.Characters(random, random.Next(20))), StoredText.Clean(SomeFaq.Characters(random, random.Next(20)) + "x")];
            var id = PlaceId.Of(names);
            Assert.True(names.SequenceEqual(id.Segments), $"seed {seed}");
            Assert.True(PlaceId.TryParse(id.ToString(), out var again) && again == id, $"seed {seed}");
        }
    }

    [Fact]
    public void A_thread_lies_within_its_channel_and_its_guild_and_in_no_other()
    {
        Assert.True(SomePlaces.Thread.IsUnder(SomePlaces.Guild) && SomePlaces.Thread.IsUnder(SomePlaces.Channel) && SomePlaces.Guild.IsUnder(SomePlaces.Guild));
        Assert.False(SomePlaces.OtherGuild.IsUnder(SomePlaces.Guild) || SomePlaces.Guild.IsUnder(SomePlaces.Channel) || SomePlaces.Guild.IsUnder(default));
        Assert.Equal("discord", SomePlaces.Thread.Platform);
    }

    [Fact]
    public void The_narrowest_place_that_sets_something_counts()
    {
        PlaceSettings guild = new() { Programme = "msc-aml", Intake = "2026", Language = "en", WakeWords = ["bot"], PrivateAnswers = true, Answering = AnsweringMode.WhenAsked };
        PlaceSettings category = new() { Answering = AnsweringMode.EveryQuestion, ModeratorRole = "7" };
        PlaceSettings channel = new() { WakeWords = [], PrivateAnswers = false };

        var merged = PlaceSettings.Inherit([PlaceSettings.Defaults, guild, category, channel, PlaceSettings.None]);

        Assert.Equal(guild with { WakeWords = [], PrivateAnswers = false, Answering = AnsweringMode.EveryQuestion, ModeratorRole = "7", IsAskChannel = false, IsForum = false, IgnoresStaff = false }, merged);
        Assert.Equal(PlaceSettings.None, PlaceSettings.Inherit([]));
        Assert.Equal(SomePlaces.Settings, PlaceSettings.Inherit([PlaceSettings.Defaults, SomePlaces.Settings]));
    }

    [Fact]
    public void Another_programme_does_not_inherit_the_intake()
    {
        PlaceSettings guild = new() { Programme = "msc-aml", Intake = "2026" };

        Assert.Null(PlaceSettings.Inherit([guild, new PlaceSettings { Programme = "mres" }]).Intake);
        Assert.Equal("2026", PlaceSettings.Inherit([guild, new PlaceSettings { Programme = "msc-aml" }]).Intake);
    }

    [Fact]
    public void What_is_over_a_limit_is_refused_with_field_and_limit()
    {
        Refused("Intake has 201 characters, at most 200 are kept.", () => new PlaceSettings { Intake = new string('x', 201) });
        Refused("WakeWords has 21 items, at most 20 are kept.", () => new PlaceSettings { WakeWords = [.. Enumerable.Repeat("x", 21)] });
        Refused("WakeWords[1] is blank.", () => new PlaceSettings { WakeWords = ["x", " "] });
        Refused("WakeWords[0] is missing.", () => new PlaceSettings { WakeWords = [null!] });
        Refused("ModeratorRole holds a character that cannot be kept (U+0000 at 1).", () => new PlaceSettings { ModeratorRole = "x\0" });
        Refused("Language 'en_GB' is no language tag", () => new PlaceSettings { Language = "en_GB" });
        Refused("9 is no way of answering.", () => new PlaceSettings { Answering = (AnsweringMode)9 });
        Refused("'discord:12' cannot lie in 'discord:12'.", () => new Place(SomePlaces.Guild, PlaceSettings.None, SomePlaces.Guild));
        Refused("A place has a name.", () => new Place(default, PlaceSettings.None));

        static void Refused(string message, Func<object> make) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
    }
}
