using Microsoft.Extensions.Configuration;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Web.Moderation;

namespace ProgrammeBot.Tests.Web.Moderation;

public sealed class ModerationOptionsTests
{
    [Fact]
    public void A_role_reaches_the_places_it_names_and_without_any_everything()
    {
        var options = Read(("Moderation:Roles:admissions:Places:0", "discord:12"), ("Moderation:Roles:it:Name", "IT desk"));

        Assert.Equal(["discord:12"], options.Find("admissions")!.Places!.Select(p => p.ToString()));
        Assert.Equal((true, "IT desk"), (options.Find("it")!.For("ada").IsOperator, options.Find("it")!.Name));
        Assert.Null(options.Find("nobody"));
    }

    [Fact]
    public void From_the_environment_places_come_as_one_value() =>
        Assert.Equal(["discord:12", "teams:t"], Read(("Moderation:Roles:r:Places", "discord:12; teams:t")).Find("r")!.Places!.Select(p => p.ToString()));

    [Theory]
    [InlineData("Moderation:Roles:r:Places", "", "Moderation:Roles:r:Places is empty: name the places it reaches")]
    [InlineData("Moderation:Roles:r:Places:0", "the server", "Moderation:Roles:r:Places:0 is 'the server', which is no place")]
    [InlineData("Moderation:Roles:r:Place", "discord:12", "Moderation:Roles:r:Place is no setting of a role")]
    public void A_fault_names_its_key_and_opens_nothing(string key, string value, string told) =>
        Assert.StartsWith(told, Assert.Throws<CommandException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    private static ModerationOptions Read(params (string Key, string Value)[] settings) =>
        ModerationOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
