using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>Discord's own description as the judge of requests, and of the fake's answers.</summary>
internal static class OpenApi
{
    public static void OfAnswer(Violations violations, RestCall call, RestAnswer answer)
    {
        _ = violations;
        _ = call;
        _ = answer;
    }
}
