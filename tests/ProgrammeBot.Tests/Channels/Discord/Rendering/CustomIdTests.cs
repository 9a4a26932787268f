using ProgrammeBot.Channels.Discord.Rendering;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

public sealed class CustomIdTests
{
    private const string Answer = "01JCZX5E0GQ8Z4T0M9V7R3K2AB";

    [Fact]
    public void What_is_written_is_read_again_for_every_kind()
    {
        var kinds = Enum.GetValues<ComponentKind>().Where(k => k != ComponentKind.Unknown).ToList();
        foreach (var id in kinds.Select(k => new CustomId(k, Answer, "a:b:7")))
        {
            Assert.Equal(id, CustomId.Read(id.ToString()));
        }

        Assert.Equal(kinds.Count, kinds.Select(k => new CustomId(k).ToString()).Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1:up")]
    [InlineData("1:up:x")]
    [InlineData("2:up:x:")]
    [InlineData("1:sudo:x:")]
    [InlineData("1::x:")]
    [InlineData("1:up:a b:")]
    [InlineData("1:up:\u202e:")]
    [InlineData("feedback_up_123")]
    public void What_is_not_ours_or_of_another_version_is_unknown(string? text) => Assert.False(CustomId.Read(text).IsKnown);

    [Fact]
    public void What_is_longer_than_Discord_allows_is_unknown() => Assert.False(CustomId.Read("1:up::" + new string('x', 95)).IsKnown);

    [Fact]
    public void A_number_is_read_only_where_there_is_one()
    {
        Assert.Equal(12, new CustomId(ComponentKind.Page, Answer, "12").Number);
        Assert.All(["", "-1", "1e3", "99999999999", "٣", "here"], argument => Assert.Null(new CustomId(ComponentKind.Page, Answer, argument).Number));
    }

    [Fact]
    public void A_name_that_does_not_fit_is_stood_for_by_its_hash()
    {
        Assert.Equal("tuition-fees", CustomId.SubjectOf("tuition-fees"));
        foreach (var name in new[] { new string('x', 128), "banking:balance", "~abc" })
        {
            var subject = CustomId.SubjectOf(name);
            Assert.Equal(subject, CustomId.Read(new CustomId(ComponentKind.FaqForm, subject, "12").ToString()).Subject);
            Assert.NotEqual(subject, CustomId.SubjectOf(name + "y"));
            Assert.NotEqual(name, subject);
        }
    }

    [Fact]
    public void What_cannot_be_read_again_is_not_written()
    {
        Assert.Throws<InvalidOperationException>(() => new CustomId(ComponentKind.Page, Answer, new string('1', 80)).ToString());
        Assert.Throws<InvalidOperationException>(() => new CustomId(ComponentKind.Page, "a:b").ToString());
        Assert.Throws<InvalidOperationException>(() => new CustomId(ComponentKind.Unknown).ToString());
    }
}
