using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

public sealed class DiscordWordingTests
{
    private static readonly Text[] Texts =
    [
        .. TextsOf<DiscordWording>().Select(p => new Text(p, w => w)),
        .. TextsOf<SharedWording>().Select(p => new Text(p, w => w.Shared)),
        .. TextsOf<DeskWording>().Select(p => new Text(p, w => w.Shared.Desk)),
        .. TextsOf<NoticeWording>().Select(p => new Text(p, w => w.Shared.Notices)),
        .. TextsOf<ModeratorWording>().Select(p => new Text(p, w => w.ForModerators)),
    ];

    public static TheoryData<string> Languages => [.. DiscordWording.All.Select(w => w.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_missing_or_longer_than_its_place(string language)
    {
        var wording = DiscordWording.For(language);
        foreach (var text in Texts)
        {
            var value = text.In(wording);
            Assert.False(string.IsNullOrWhiteSpace(value), text.Property.Name);
            Assert.True(value.Length <= (Limit(text.Property) ?? 1500), $"{text.Property.Name} has {value.Length} characters.");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_filled_in_is_filled_in_in_every_language(string language)
    {
        foreach (var text in Texts)
        {
            Assert.Equal(Places(text.In(DiscordWording.English)), Places(text.In(DiscordWording.For(language))));
        }

        static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Order();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_command_is_called_as_that_languages_client_shows_it(string language)
    {
        var names = CommandSet.All(ScopeCatalog.Empty).Where(c => c.Type == CommandType.Slash).SelectMany(c => Names(language, c.Name, c.NameLocalizations!, c.Options)).ToHashSet(StringComparer.Ordinal);
        foreach (var text in Texts)
        {
            Assert.All(Regex.Matches(text.In(DiscordWording.For(language)), @"`/([^`:]+?)(?: \w+:[^`]*)?`").Select(m => m.Groups[1].Value), name => Assert.Contains(name, names));
        }
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("DE", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_locale_finds_its_language_and_one_unknown_English(string? language, string expected) => Assert.Equal(expected, DiscordWording.For(language).Language);

    [Fact]
    public void The_first_language_that_there_is_goes_before_others() => Assert.Equal("de", DiscordWording.For(null, "fr", "de-DE", "en-GB").Language);

    [Fact]
    public void What_is_put_in_is_never_read_as_a_place() => Assert.Equal("a {1} b {0} c {2}", SharedWording.Filled("a {0} b {1} c {2}", "{1}", "{0}"));

    private static int? Limit(PropertyInfo property) => property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;

    private static IEnumerable<PropertyInfo> TextsOf<T>() => typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.PropertyType == typeof(string));

    private static IEnumerable<string> Names(string language, string name, IReadOnlyDictionary<string, string> localized, IReadOnlyList<CommandOption>? options)
    {
        var own = localized.GetValueOrDefault(language, name);
        yield return own;
        foreach (var option in options ?? [])
        {
            yield return $"{own} {option.NameLocalizations!.GetValueOrDefault(language, option.Name)}";
        }
    }

    private sealed record Text(PropertyInfo Property, Func<DiscordWording, object> Of)
    {
        public string In(DiscordWording wording) => (string?)Property.GetValue(Of(wording)) ?? "";
    }
}
