using System.Net;
using ProgrammeBot.Channels.Teams;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Outbound;

public sealed class ClientSecretTokensTests
{
    private static CancellationToken Token => ConnectorBed.Token;

    [Fact]
    public async Task One_request_is_made_for_many_and_its_token_is_used_until_shortly_before_its_end()
    {
        await using var bed = await ConnectorBed.CloudAsync();
        var held = new TaskCompletionSource();
        bed.Fake.Tokens.Held = held.Task;
        using var gives = new CancellationTokenSource();
        var impatient = bed.Secrets.GetAsync(gives.Token);
        var many = Enumerable.Range(0, 20).Select(_ => bed.Secrets.GetAsync(Token)).ToList();
        await gives.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        held.SetResult();
        var token = Assert.Single((await Task.WhenAll(many)).Distinct());
        var request = Assert.Single(bed.Fake.Tokens.Requests);
        Assert.Equal(("POST", bed.Fake.Tenant, "application/x-www-form-urlencoded"), (request.Method, request.Tenant, request.ContentType));
        Assert.Equal(["client_id", "client_secret", "grant_type", "scope"], request.Form.Keys.Order());

        bed.Clock.Turn(TimeSpan.FromSeconds(3599 - 301));
        Assert.Equal(token, await bed.Secrets.GetAsync(Token));
        bed.Clock.Turn(TimeSpan.FromSeconds(2));
        Assert.NotEqual(token, await bed.Secrets.GetAsync(Token));
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_is_used_to_its_end()
    {
        await using var bed = await ConnectorBed.CloudAsync();
        var token = await bed.Secrets.GetAsync(Token);
        bed.Clock.Turn(TimeSpan.FromMinutes(56));
        bed.Fake.Tokens.Next(503, "<html>busy</html>");
        Assert.Equal(token, await bed.Secrets.GetAsync(Token));
        bed.Clock.Turn(TimeSpan.FromSeconds(11));
        Assert.NotEqual(token, await bed.Secrets.GetAsync(Token));
    }

    [Fact]
    public async Task Only_the_token_that_was_refused_is_dropped()
    {
        await using var bed = await ConnectorBed.CloudAsync();
        var first = await bed.Secrets.GetAsync(Token);
        bed.Secrets.Drop(first);
        var second = await bed.Secrets.GetAsync(Token);
        bed.Secrets.Drop(first);
        Assert.Equal(second, await bed.Secrets.GetAsync(Token));
    }

    [Fact]
    public async Task A_wrong_secret_is_told_with_its_remedy_not_asked_for_again_at_once_and_never_shown()
    {
        await using var bed = await ConnectorBed.CloudAsync();
        var secret = bed.Fake.Tokens.Secret;
        bed.Fake.Tokens.Secret = "another";
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("x"));
        Assert.Equal((HttpStatusCode.Unauthorized, "AADSTS7000215", false), (fault.Status!.Value, fault.Code, fault.IsPassing));
        Assert.Contains("Teams:ClientSecret", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("y"));
        Assert.Single(bed.Fake.Tokens.Requests);
        Assert.DoesNotContain(secret, fault + bed.Log.Text, StringComparison.Ordinal);
        Assert.Empty(bed.Fake.Calls);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"access_token":"a\r\nX: y","expires_in":3599}""")]
    [InlineData(200, """{"access_token":"abc"}""")]
    [InlineData(200, """{"access_token":"abc","expires_in":-1}""")]
    [InlineData(200, """{"access_token":7,"expires_in":3599}""")]
    [InlineData(400, "null")]
    [InlineData(302, "")]
    public async Task Nonsense_is_a_fault_and_no_crash(int status, string body)
    {
        await using var bed = await ConnectorBed.CloudAsync();
        bed.Fake.Tokens.Next(status, body);
        await Assert.ThrowsAsync<TeamsCallException>(() => bed.Secrets.GetAsync(Token));
    }
}
