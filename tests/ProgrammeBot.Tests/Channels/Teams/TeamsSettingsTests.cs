using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.App.Commands;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams;

public sealed class TeamsSettingsTests : IDisposable
{
    private const string App = "0a1b2c3d-0000-4000-8000-00000000000a";
    private const string Own = "0a1b2c3d-0000-4000-8000-00000000000b";
    private const string Other = "0a1b2c3d-0000-4000-8000-00000000000c";
    private const string Secret = "abc8Q~secret-that-none-may-see";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_an_app_id_there_is_no_Teams() => Assert.Null(Read([("Teams:Cloud", "public"), ("Teams:AppId", " ")]));

    [Fact]
    public void What_is_not_said_is_as_little_as_works()
    {
        var settings = Read(Enough())!; // there is an app id

        Assert.Equal((App, TeamsAppType.SingleTenant, Own, false, false), (settings.AppId, settings.AppType, settings.TenantId, settings.IsPlayground, settings.OwnFeedbackForm));
        Assert.Equal([Own], settings.Tenants);
        Assert.Same(TeamsCloud.Public, settings.Cloud);
        Assert.Empty(settings.ExtraServiceHosts.Concat(settings.Moderators).Concat(settings.Administrators));
        Assert.Equal(Secret, Assert.IsType<TeamsCredential.Secret>(settings.Credential).Value);
    }

    [Fact]
    public void A_secret_never_prints()
    {
        Assert.DoesNotContain("none-may", Read(Enough())!.ToString(), StringComparison.Ordinal); // there is an app id
    }

    [Fact]
    public void Ids_are_compared_in_one_form_and_lists_may_be_texts_or_lists()
    {
        var settings = Read(Enough(
            ("Teams:AppId", App.ToUpperInvariant()), ("Teams:AllowedTenants", $" {Other.ToUpperInvariant()} ; {Own};"), ("Teams:Moderators:0", Other), ("Teams:Moderators:1", Own),
            ("Teams:Administrators", Own), ("Teams:ExtraServiceHosts", "Canary.Botapi.Skype.com"), ("Teams:Cloud", "GCC-High"), ("Teams:FeedbackForm", "Custom")))!; // there is an app id

        Assert.Equal(App, settings.AppId);
        Assert.Equal([Other, Own], settings.Tenants);
        Assert.Equal([Other, Own], settings.Moderators);
        Assert.Equal([Own], settings.Administrators);
        Assert.Equal(["canary.botapi.skype.com"], settings.ExtraServiceHosts);
        Assert.Same(TeamsCloud.GccHigh, settings.Cloud);
        Assert.True(settings.OwnFeedbackForm);
    }

    [Fact]
    public void A_further_tenant_does_not_shut_out_ones_own() =>
        Assert.Equal([Own, Other], Read(Enough(("Teams:AllowedTenants", Other)))!.Tenants); // there is an app id

    [Fact]
    public void A_multi_tenant_bot_fetches_tokens_from_the_common_tenant_and_names_whom_it_answers()
    {
        var settings = Read(Enough(("Teams:AppType", "multi-tenant"), ("Teams:TenantId", ""), ("Teams:AllowedTenants", Other)))!; // there is an app id

        Assert.Null(settings.TenantId);
        Assert.Equal([Other], settings.Tenants);
    }

    [Fact]
    public void A_managed_identity_needs_no_secret() =>
        Assert.IsType<TeamsCredential.ManagedIdentity>(Read([("Teams:AppId", App), ("Teams:TenantId", Own), ("Teams:AppType", "managed-identity")])!.Credential); // there is an app id

    [Fact]
    public void A_secret_may_stand_in_a_file_with_the_day_it_ends()
    {
        var settings = Read(Enough(("Teams:Secret", ""), ("Teams:SecretFile", _folder.Write("secret", Secret + "\r\n")), ("Teams:SecretExpires", "2027-05-31")))!; // there is an app id

        var secret = Assert.IsType<TeamsCredential.Secret>(settings.Credential);
        Assert.Equal((Secret, new DateOnly(2027, 5, 31)), (secret.Value, secret.Expires));
    }

    [Theory]
    [InlineData(".pfx", null)]
    [InlineData(".pfx", "a password")]
    [InlineData(".pem", null)]
    [InlineData(".pem", "a password")]
    public void A_certificate_is_read_in_either_form_with_or_without_a_password(string form, string? password)
    {
        using var certificate = SomeCertificate();
        var file = CertificateFile(certificate, form, password);
        var settings = Read(Enough(("Teams:Secret", ""), ("Teams:CertificateFile", file), ("Teams:CertificatePasswordFile", password is null ? "" : _folder.Write("password", password))))!; // there is an app id

        using var read = Assert.IsType<TeamsCredential.Certificate>(settings.Credential).Value;
        Assert.Equal(certificate.Thumbprint, read.Thumbprint);
        using var key = read.GetRSAPrivateKey();
        Assert.NotNull(key);
    }

    [Fact]
    public void A_certificate_that_cannot_be_opened_is_told_with_the_remedy()
    {
        using var certificate = SomeCertificate();
        using var curved = SomeCurvedCertificate();
        Assert.StartsWith("Teams:CertificateFile: '/nowhere.pfx' cannot be read (", Told("/nowhere.pfx"), StringComparison.Ordinal);
        Assert.Contains("is no certificate that can be opened", Told(_folder.Write("a.pfx", "no certificate")), StringComparison.Ordinal);
        Assert.Contains("is no certificate that can be opened", Told(CertificateFile(certificate, ".pfx", "a password")), StringComparison.Ordinal);
        Assert.Contains("is no certificate that can be opened", Told(CertificateFile(certificate, ".pfx", "a password"), _folder.Write("wrong", "another")), StringComparison.Ordinal);
        Assert.Contains("is no certificate that can be opened", Told(_folder.Write("b.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")), StringComparison.Ordinal);
        Assert.Contains("holds no private key", Told(_folder.Write("c.pem", certificate.ExportCertificatePem())), StringComparison.Ordinal);
        Assert.Contains("holds no RSA key", Told(_folder.Write("d.pem", curved.ExportCertificatePem() + "\n" + curved.GetECDsaPrivateKey()!.ExportECPrivateKeyPem())), StringComparison.Ordinal); // it was made with one
        Assert.StartsWith("Teams:CertificatePasswordFile: '/nowhere' cannot be read", Told(CertificateFile(certificate, ".pfx", "a password"), "/nowhere"), StringComparison.Ordinal);

        string Told(string file, string password = "") =>
            Assert.Throws<CommandException>(() => Read(Enough(("Teams:Secret", ""), ("Teams:CertificateFile", file), ("Teams:CertificatePasswordFile", password)))).Message;
    }

    [Theory]
    [InlineData("Teams:AppId", "Northfield", "Teams:AppId is 'Northfield': write the application (client) id of the app registration, such as 11111111-")]
    [InlineData("Teams:AppId", "00000000-0000-0000-0000-000000000000", "Teams:AppId is '00000000-")]
    [InlineData("Teams:TenantId", "", "Teams:TenantId is missing: set it to the directory (tenant) id")]
    [InlineData("Teams:TenantId", "northfield.example", "Teams:TenantId is 'northfield.example': write the directory (tenant) id")]
    [InlineData("Teams:AllowedTenants", "*", "Teams:AllowedTenants is '*': write a directory (tenant) id")]
    [InlineData("Teams:AppType", "any", "Teams:AppType is 'any': write single-tenant, multi-tenant or managed-identity.")]
    [InlineData("Teams:AppType", "managed-identity", "Teams:Secret is set, but a managed identity has no secret")]
    [InlineData("Teams:Cloud", "moon", "Teams:Cloud is 'moon': write public, gcc-high, dod or china.")]
    [InlineData("Teams:Secret", "", "Teams has an app id, but nothing to prove it with")]
    [InlineData("Teams:Secret", Other, "Teams:Secret holds an id, not a secret")]
    [InlineData("Teams:Secret", "secret none-may", "Teams:Secret holds a space or a line end")]
    [InlineData("Teams:SecretFile", "/nowhere", "Teams:Secret and Teams:SecretFile are set together")]
    [InlineData("Teams:SecretExpires", "31.5.2027", "Teams:SecretExpires is '31.5.2027': write the day as in 2027-05-31")]
    [InlineData("Teams:ExtraServiceHosts", "https://x.example/teams", "Teams:ExtraServiceHosts names 'https://x.example/teams': write whole host names")]
    [InlineData("Teams:ExtraServiceHosts", "*.trafficmanager.net", "Teams:ExtraServiceHosts names '*.trafficmanager.net'")]
    [InlineData("Teams:ExtraServiceHosts", "localhost", "Teams:ExtraServiceHosts names 'localhost'")]
    [InlineData("Teams:ExtraServiceHosts", "10.0.0.1", "Teams:ExtraServiceHosts names '10.0.0.1'")]
    [InlineData("Teams:Moderators", "ada@northfield.example", "Teams:Moderators is 'ada@northfield.example': write the object id")]
    [InlineData("Teams:Administrators", "Ada", "Teams:Administrators is 'Ada': write the object id")]
    [InlineData("Teams:FeedbackForm", "none", "Teams:FeedbackForm is 'none': write default or custom.")]
    [InlineData("Teams:Playground", "on", "Teams:Playground is on beside Teams:AppId")]
    [InlineData("Teams:Playground", "yes", "Teams:Playground is 'yes': write off or on.")]
    public void A_wrong_setting_is_told_with_its_key_and_the_remedy_and_never_the_secret(string key, string value, string told)
    {
        var e = Assert.Throws<CommandException>(() => Read(Enough((key, value))));

        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("none-may", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var e = Assert.Throws<CommandException>(() => Read(Enough(("Teams:Cloud", "moon"), ("Teams:Moderators", "Ada;Bob"), ("Teams:AppType", "any"))));

        Assert.Equal(4, e.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData("Teams:AppType", "multi-tenant", "Teams:AllowedTenants is missing")]
    [InlineData("Teams:Cloud", "china", "in the cloud 'china' it is not known where a multi-tenant bot fetches its tokens")]
    public void A_multi_tenant_bot_answers_nobody_by_default(string key, string value, string told)
    {
        var e = Assert.Throws<CommandException>(() => Read(Enough(("Teams:AppType", "multi-tenant"), ("Teams:TenantId", ""), (key, value))));

        Assert.Contains(told, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Teams:Secret")]
    [InlineData("Teams:SecretFile")]
    [InlineData("Teams:CertificateFile")]
    public void A_secret_without_an_app_id_is_a_mistake(string key)
    {
        var e = Assert.Throws<CommandException>(() => Read([(key, Secret)]));

        Assert.StartsWith($"{key} is set, but Teams:AppId is not", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080", "", true)]
    [InlineData("http://127.0.0.1:0;http://[::1]:5080", "", true)]
    [InlineData("http://*:5080", "", false)]
    [InlineData("http://0.0.0.0:5080", "", false)]
    [InlineData("http://localhost:5080;http://192.168.0.2:5080", "", false)]
    [InlineData("http://localhost.example.org:5080", "", false)]
    [InlineData("http://localhost:5080", "https://bot.example.org", false)]
    public void The_Playground_is_let_in_on_this_machine_only(string urls, string publicBase, bool allowed)
    {
        TeamsSettings? Try() => Read([("Teams:Playground", "on"), ("Web:Urls", urls), ("Web:PublicBaseUrl", publicBase)]);
        if (allowed)
        {
            var settings = Try()!; // it is switched on
            Assert.True(settings.IsPlayground);
            Assert.Null(settings.Credential);
            Assert.Empty(settings.Tenants);
            return;
        }

        Assert.StartsWith("Teams:Playground is on, but others can reach this host", Assert.Throws<CommandException>(() => Try()).Message, StringComparison.Ordinal);
    }

    internal static IEnumerable<(string Key, string Value)> Enough(params (string Key, string Value)[] further) =>
        [("Teams:AppId", App), ("Teams:TenantId", Own), ("Teams:Secret", Secret), .. further];

    private static TeamsSettings? Read(IEnumerable<(string Key, string Value)> settings) => TeamsSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Reverse().DistinctBy(s => s.Key).Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build());

    private static X509Certificate2 SomeCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=Northfield", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Day("2026-01-01"), Day("2028-01-01"));
    }

    private static X509Certificate2 SomeCurvedCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=Northfield", key, HashAlgorithmName.SHA256).CreateSelfSigned(Day("2026-01-01"), Day("2028-01-01"));
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private string CertificateFile(X509Certificate2 certificate, string form, string? password)
    {
        var file = _folder[$"{Guid.NewGuid()}{form}"];
        if (form == ".pfx")
        {
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, password));
            return file;
        }

        using var key = certificate.GetRSAPrivateKey()!; // it was made with one
        var pem = password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + pem);
        return file;
    }
}
