using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Channels.Teams.Client.Inbound;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class InboundOptionsTests
{
    [Fact]
    public void What_is_right_has_no_fault()
    {
        Assert.Empty(SomeTokens.Options.Faults());
        Assert.Empty(new InboundOptions().Faults());
    }

    [Theory]
    [InlineData("")]
    [InlineData("my-bot")]
    [InlineData("{5f0a7c3e-1111-4222-8333-444455556666}")]
    public void An_app_id_is_one(string appId) =>
        Assert.StartsWith("Teams:AppId is no app id", Assert.Single((SomeTokens.Options with { AppId = appId }).Faults()), StringComparison.Ordinal);

    [Fact]
    public void Tenants_are_named_by_their_ids()
    {
        Assert.StartsWith("Teams:Tenants is empty", Assert.Single((SomeTokens.Options with { Tenants = [] }).Faults()), StringComparison.Ordinal);
        Assert.StartsWith(
            "Teams:Tenants lists 'contoso.onmicrosoft.com'",
            Assert.Single((SomeTokens.Options with { Tenants = ["contoso.onmicrosoft.com", SomeTokens.Tenant] }).Faults()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_settings_stop_the_start() =>
        Assert.Contains(
            "Teams:Tenants is empty",
            Assert.Throws<ArgumentException>(() => new ServiceCollection().AddTeamsInbound(SomeTokens.Options with { Tenants = [] })).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task With_an_app_id_there_is_no_way_to_the_rules_of_the_test_mode()
    {
        await using var services = new ServiceCollection().AddLogging().AddTeamsInbound(SomeTokens.Options).BuildServiceProvider();

        Assert.IsType<TokenRules>(services.GetRequiredService<ISenderRules>());
        Assert.DoesNotContain(typeof(InboundOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance), p => p.PropertyType == typeof(bool) && p.CanWrite);
    }

    [Fact]
    public void Nothing_in_the_program_takes_keys_over_plain_http()
    {
        var source = Sources();
        Assert.Contains(source, file => file.Contains("isLoopbackTaken: false", StringComparison.Ordinal));
        Assert.DoesNotContain(source, file => file.Contains("isLoopbackTaken: true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rules_for_tokens_want_an_app_id()
    {
        await using var services = new ServiceCollection().AddLogging().AddTeamsInbound(new InboundOptions()).BuildServiceProvider();

        Assert.IsType<TestRules>(services.GetRequiredService<ISenderRules>());
        Assert.Throws<ArgumentException>(() => new TokenRules(new InboundOptions(), new GivenKeys(null), TimeProvider.System));
    }

    private static List<string> Sources()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ProgrammeBot.sln")))
            {
                return [.. Directory.EnumerateFiles(Path.Combine(at.FullName, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
            }
        }

        Assert.Skip("The sources are not above the tests.");
        return [];
    }
}
