using ProgrammeBot.Channels.Discord.Moderation;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

public sealed class FaqFilesTests
{
    [Theory]
    [InlineData("https://cdn.discordapp.com/attachments/1/2/faq.yaml?ex=1", true)]
    [InlineData("https://media.discordapp.net/attachments/1/2/faq.yaml", true)]
    [InlineData("https://CDN.discordapp.com/x", true)]
    [InlineData("http://cdn.discordapp.com/x", false)]
    [InlineData("https://cdn.discordapp.com:8443/x", false)]
    [InlineData("https://cdn.discordapp.com.evil.example/x", false)]
    [InlineData("https://cdn.discordapp.com@evil.example/x", false)]
    [InlineData("https://user@cdn.discordapp.com/x", false)]
    [InlineData("https://evil.example/cdn.discordapp.com", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//cdn.discordapp.com/x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_Discords_own_hosts_are_called(string? address, bool isDiscords) => Assert.Equal(isDiscords, FaqFiles.IsDiscords(address));
}
