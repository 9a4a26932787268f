using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams;

public sealed class TeamsCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_an_app_id_it_says_where_one_comes_from() =>
        Assert.Equal(["Well off: no app id (docs/teams.md says how to get one)"], Found([]));

    [Fact]
    public void Whatever_is_well_is_said_with_the_address_to_enter_in_Azure() => Assert.Equal(
        [
            "Well the bot 0a1b2c3d-0000-4000-8000-00000000000a in the cloud public, answering the tenant 0a1b2c3d-0000-4000-8000-00000000000b",
            "Well the secret lasts until 2027-05-31",
            "Well the messaging endpoint to enter in Azure is https://bot.northfield.example/ask/api/messages",
        ],
        Found(TeamsSettingsTests.Enough(("Teams:SecretExpires", "2027-05-31"), ("Teams:Administrators", "0a1b2c3d-0000-4000-8000-00000000000c"), ("Web:PublicBaseUrl", "https://bot.northfield.example/ask/"))));

    [Fact]
    public void Where_nobody_may_keep_the_FAQ_it_says_who_could() =>
        Assert.Contains(Found(TeamsSettingsTests.Enough()), f => f.StartsWith("Lacking nobody may keep the FAQ from Teams, nor name moderators: set Teams:Administrators", StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-12-31", "Well the secret lasts until 2026-12-31")]
    [InlineData("2026-12-30", "Lacking the secret ends on 2026-12-30, in 29 days: make a new one before")]
    [InlineData("2026-12-01", "Lacking the secret ends on 2026-12-01, in 0 days")]
    [InlineData("2026-11-30", "Broken the secret ended on 2026-11-30: Microsoft gives no tokens for it")]
    [InlineData("", "Lacking a secret is set, but not the day it ends: set Teams:SecretExpires")]
    public void A_secret_is_watched_as_it_ends(string expires, string said) =>
        Assert.StartsWith(said, Found(TeamsSettingsTests.Enough(("Teams:SecretExpires", expires)))[1], StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-01-01", "2028-01-01", "Well the certificate [0-9A-F]{40} lasts until 2028-01-01")]
    [InlineData("2026-01-01", "2026-12-20", "Lacking the certificate [0-9A-F]{40} ends on 2026-12-20, in 19 days")]
    [InlineData("2025-01-01", "2026-01-01", "Broken the certificate [0-9A-F]{40} ended on 2026-01-01")]
    [InlineData("2027-01-01", "2028-01-01", "Broken the certificate [0-9A-F]{40} is not valid before 2027-01-01")]
    public void A_certificate_is_watched_as_well(string from, string until, string said)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Northfield", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Day(from), Day(until));
        var file = _folder.Write("bot.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

        Assert.Matches("^" + said, Found(TeamsSettingsTests.Enough(("Teams:Secret", ""), ("Teams:CertificateFile", file)))[1]);
    }

    [Theory]
    [InlineData("", "Lacking Web:PublicBaseUrl is not set: Teams calls the bot by https, so publish http://localhost:5080 behind a reverse proxy")]
    [InlineData("http://bot.northfield.example", "Lacking Web:PublicBaseUrl is http://bot.northfield.example: Teams calls https only")]
    public void An_address_that_Teams_cannot_call_is_told(string address, string said) =>
        Assert.StartsWith(said, Found(TeamsSettingsTests.Enough(("Web:PublicBaseUrl", address)))[^1], StringComparison.Ordinal);

    [Fact]
    public void The_Playground_is_told_as_long_as_it_is_let_in() =>
        Assert.StartsWith("Lacking open to the Playground on this machine, without any proof", Assert.Single(Found([("Teams:Playground", "on")])), StringComparison.Ordinal);

    [Fact]
    public void Wrong_settings_are_told_once_and_elsewhere() => Assert.Empty(Found([("Teams:AppId", "Northfield")]));

    private static IReadOnlyList<string> Found(IEnumerable<(string Key, string Value)> settings) =>
    [
        .. TeamsCheck.Examine(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Reverse().DistinctBy(s => s.Key).Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build(),
            Day("2026-12-01")).Select(f => $"{Named(f)} {f.Words}"),
    ];

    private static Health Named(DoctorFinding finding)
    {
        Assert.Equal("teams", finding.About);
        return finding.Health;
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
