using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.Channels.Teams;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Outbound;

public sealed class MsalAccessTokensTests
{
    private static CancellationToken Token => ConnectorBed.Token;

    [Fact]
    public async Task A_certificate_signs_for_a_token_which_is_kept_until_it_is_refused()
    {
        await using var bed = await ConnectorBed.CloudAsync();
        using var http = new HttpClient(new ToTheFake(bed.Fake));
        using var certificate = Certificate();
        var tokens = MsalAccessTokens.ByCertificate(TeamsCloud.Public, bed.Fake.Tenant, bed.Fake.AppId, certificate, new Through(http));
        var first = await tokens.GetAsync(Token);
        Assert.Equal(first, await tokens.GetAsync(Token));
        var request = Assert.Single(bed.Fake.Tokens.Requests);
        Assert.Equal(3, request.Form["client_assertion"].Split('.').Length);

        tokens.Drop(first);
        Assert.NotEqual(first, await tokens.GetAsync(Token));
    }

    [Fact]
    public async Task What_is_refused_is_told_by_its_code_and_remedy()
    {
        await using var bed = await ConnectorBed.CloudAsync();
        using var http = new HttpClient(new ToTheFake(bed.Fake));
        using var certificate = Certificate();
        var tokens = MsalAccessTokens.ByCertificate(TeamsCloud.Public, bed.Fake.Tenant, "another-app", certificate, new Through(http));
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => tokens.GetAsync(Token));
        Assert.Equal("AADSTS700016", fault.Code);
        Assert.Contains("Teams:AppId", fault.Message, StringComparison.Ordinal);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private sealed class Through(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
