using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>Some hundred requests, judged by us and by Microsoft's SDK, both with the keys of one service: where they differ, a rule says why.</summary>
public sealed class TokenOracleTests
{
    private const int Seed = 20261121;
    private const int Count = 400;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_we_differ_from_Microsofts_SDK_a_rule_says_why()
    {
        TokenOracle.SkipUnlessThere();
        var clock = new HandClock();
        await using var service = await LoopbackService.StartAsync();
        using var source = new MetadataKeys(service.Address, clock, isLoopbackTaken: true);
        await using var keys = new SigningKeyCache(source, clock, NullLogger<SigningKeyCache>.Instance);
        var rules = new TokenRules(SomeTokens.Options, keys, clock);
        var drafts = Drafts(clock.GetUtcNow()).ToList();

        var theirs = await TokenOracle.JudgeAsync(
            service.Address, clock.GetUtcNow(), [.. drafts.Select(d => (d.Case.Name, d.Case.Authorization.ToString(), ActivityOf(d.Case)))], Token);

        Assert.Equal(drafts.Select(d => d.Case.Name), theirs.Select(v => v.Name));
        var (unexplained, used, agreed, accepted) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal), 0, 0);
        foreach (var ((one, changes), verdict) in drafts.Zip(theirs))
        {
            var ours = await one.JudgeAsync(rules, Token);
            accepted += ours is Refusal.None ? 1 : 0;
            if (ours is Refusal.None == verdict.IsAccepted)
            {
                agreed++;
            }
            else if (changes.FirstOrDefault(c => verdict.IsAccepted ? c.Stricter == ours : c.IsLaxer) is { } change)
            {
                used.Add(change.Rule!);
            }
            else
            {
                unexplained.Add($"{one.Name}: we say {ours}, they say {(verdict.IsAccepted ? "yes" : verdict.Reason)}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{drafts.Count} requests, {accepted} accepted by us, {agreed} judged alike; the others by these rules: {string.Join("; ", used)}.");
        Assert.True(unexplained.Count == 0, $"Seed {Seed}:\n{string.Join('\n', unexplained)}");
        Assert.Equal(TokenChange.All.Select(c => c.Rule).OfType<string>().Distinct().Order(StringComparer.Ordinal), used);
        Assert.True(accepted > 80 && agreed > 300, $"{accepted} accepted, {agreed} alike");
    }

    /// <summary>Each change alone, then none to three at a time.</summary>
    private static IEnumerable<(TokenCase Case, IReadOnlyList<TokenChange> Changes)> Drafts(DateTimeOffset now)
    {
        var (random, all) = (new Random(Seed), TokenChange.All);
        for (var i = 0; i < Count; i++)
        {
            TokenChange[] changes = i < all.Count ? [all[i]] : [.. Enumerable.Range(0, random.Next(4)).Select(_ => all[random.Next(all.Count)])];
            var draft = new DraftToken(now);
            draft.Payload["exp"] = draft.Now + random.Next(-299, 7200);
            draft.Payload["nbf"] = draft.Now - random.Next(300, 90_000);
            draft.Payload[$"claim {i}"] = new string('ü', random.Next(50));
            foreach (var change in changes)
            {
                change.Do(draft);
            }

            yield return (new TokenCase($"{i}: {string.Join(" + ", changes.Select(c => c.Name))}", draft.Authorization(), draft.Activity), changes);
        }
    }

    private static JsonObject ActivityOf(TokenCase one)
    {
        var activity = new JsonObject { ["type"] = one.Activity.Type, ["channelId"] = one.Activity.ChannelId };
        if (one.Activity.ServiceUrl is { } address)
        {
            activity["serviceUrl"] = address;
        }

        return activity;
    }
}
