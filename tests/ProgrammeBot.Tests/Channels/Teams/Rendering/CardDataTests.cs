using System.Text.Json;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

public sealed class CardDataTests
{
    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"page","data":{"verb":"page","subject":"01JCZX5E0GQ8Z4T0M9V7R3K2AB","number":2}}}""")]
    [InlineData("""{"action":{"verb":"page","data":{"subject":"01JCZX5E0GQ8Z4T0M9V7R3K2AB","number":2}},"trigger":"manual"}""")]
    [InlineData("""{"data":{"verb":"page","subject":"01JCZX5E0GQ8Z4T0M9V7R3K2AB","number":2,"msteams":{"type":"task/fetch"}},"context":{"theme":"dark"}}""")]
    [InlineData("""{"verb":"page","subject":"01JCZX5E0GQ8Z4T0M9V7R3K2AB","number":2}""")]
    public void A_press_is_read_from_an_action_a_dialog_and_a_message_alike(string json)
    {
        var data = Read(json);

        Assert.Equal((CardVerbs.Page, 2), (data!.Verb, data.Number));
        Assert.Equal("01JCZX5E0GQ8Z4T0M9V7R3K2AB", data.Answer.ToString());
    }

    [Fact]
    public void What_was_typed_and_chosen_is_there_by_its_name()
    {
        var data = Read("""{"data":{"verb":"setup-save","intake":" 2025\r\n ","moderators":"a, b,,c","on":true,"odd":[1],"n":7}}""")!;

        Assert.Equal(("2025", "true", "", ""), (data[FormNames.Intake], data["on"], data["odd"], data["missing"]));
        Assert.Equal(["a", "b", "c"], data.Chosen(FormNames.Moderators));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"page\"")]
    [InlineData("{}")]
    [InlineData("""{"verb":"format-disk"}""")]
    [InlineData("""{"verb":7}""")]
    [InlineData("""{"verb":"page","number":-1}""")]
    [InlineData("""{"verb":"page","number":1.5}""")]
    [InlineData("""{"verb":"page","number":"2"}""")]
    [InlineData("""{"verb":"page","number":99999999999}""")]
    [InlineData("""{"action":[],"data":7}""")]
    [InlineData("""{"verb":"\ud800"}""")]
    public void What_is_not_ours_or_damaged_is_nothing(string json) => Assert.Null(Read(json));

    [Fact]
    public void What_is_too_long_is_nothing_and_half_a_character_no_fault()
    {
        Assert.Null(Read($$"""{"verb":"choose","label":"{{new string('x', 3000)}}"}"""));
        Assert.Null(Read($$"""{"verb":"choose","subject":"{{new string('x', 300)}}"}"""));
        Assert.Equal("", Read("""{"verb":"choose","label":"\ud800","title":"\udc00x"}""")!.Label);
    }

    [Fact]
    public void Settings_that_are_none_of_the_choices_count_as_not_set()
    {
        var choice = SetupChoice.Of(Read("""{"verb":"setup-save","programme":"-","intake":"","answering":"17","answers":"maybe","language":"<b>","channel":"19:x@thread.tacv2","moderators":"a,a,b"}""")!);

        Assert.Equal(new SetupChoice { ModeratorChannel = "19:x@thread.tacv2", Moderators = choice.Moderators }, choice);
        Assert.Equal(["a", "b"], choice.Moderators);
    }

    [Fact]
    public void Settings_are_read_as_they_were_chosen()
    {
        var choice = SetupChoice.Of(Read("""{"verb":"setup-save","programme":"msc-robotics","intake":"2025-26 entry","answering":"EveryQuestion","answers":"private","language":"de","channel":"-"}""")!);

        Assert.Equal(
            ("msc-robotics", "2025-26 entry", AnsweringMode.EveryQuestion, true, "de", null),
            (choice.Programme, choice.Intake, choice.Answering, choice.PrivateAnswers, choice.Language, choice.ModeratorChannel));
    }

    private static CardData? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CardData.Read(document.RootElement.Clone());
    }
}
