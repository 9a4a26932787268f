using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

public sealed class TeamsWordingTests
{
    private static readonly PropertyInfo[] Texts = [.. typeof(TeamsWording).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.PropertyType == typeof(string))];

    public static TheoryData<string> Languages => [.. TeamsWording.All.Select(w => w.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_missing_or_longer_than_its_place(string language)
    {
        foreach (var text in Texts)
        {
            var value = In(text, language);
            Assert.False(string.IsNullOrWhiteSpace(value), text.Name);
            Assert.True(value.Length <= (text.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? 1500), $"{text.Name} has {value.Length} characters.");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_filled_in_is_filled_in_in_every_language(string language) =>
        Assert.All(Texts, text => Assert.Equal(Places(In(text, "en")), Places(In(text, language))));

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_it_tells_to_write_is_a_command_of_that_language(string language)
    {
        var wording = TeamsWording.For(language);
        string[] commands = [wording.CommandHelp, wording.CommandProgramme, wording.CommandMyData, wording.CommandForgetMe, wording.CommandPrivacy, wording.CommandSetup, wording.CommandFaq, wording.CommandPages, wording.CommandGaps, wording.CommandSuggest];

        Assert.Equal(commands.Length, commands.Distinct().Count());
        Assert.All(
            Texts.SelectMany(t => Regex.Matches(In(t, language), "`([^`{]+)`").Select(m => m.Groups[1].Value)),
            told => Assert.Contains(commands, c => told == c || told.StartsWith(c + ' ', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("fr", "en")]
    [InlineData(null, "en")]
    public void A_locale_finds_its_language_and_one_unknown_English(string? language, string expected)
    {
        Assert.Equal(expected, TeamsWording.For(language).Language);
        Assert.Equal(expected, TeamsWording.For(language).Shared.Language);
        Assert.Equal(expected, SharedWording.For(language).Language);
    }

    private static string In(PropertyInfo text, string language) => (string?)text.GetValue(TeamsWording.For(language)) ?? "";

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Order();
}
