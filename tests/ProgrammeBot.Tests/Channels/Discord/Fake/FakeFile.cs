namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>A file that somebody gives to a command; the fake serves it at an address of its own.</summary>
internal sealed record FakeFile(string Name, byte[] Content, string ContentType = "text/plain")
{
    /// <summary>The address that is told of it instead of the fake's own.</summary>
    public string? Address { get; init; }
}
