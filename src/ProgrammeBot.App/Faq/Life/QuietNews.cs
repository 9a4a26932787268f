using ProgrammeBot.Moderation;

namespace ProgrammeBot.App.Faq.Life;

/// <summary>For a command that only looks: nobody is told.</summary>
internal sealed class QuietNews : IModeratorNews
{
    public static readonly QuietNews Instance = new();

    private QuietNews()
    {
    }

    public Task TellAsync(Notice notice, CancellationToken cancellationToken) => Task.CompletedTask;
}
