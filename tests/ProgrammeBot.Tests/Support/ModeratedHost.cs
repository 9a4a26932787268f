using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Support;

/// <summary>The real host over the papers of Northfield, with an operator and the moderators of one guild.</summary>
internal sealed class ModeratedHost : IAsyncDisposable
{
    public const string Guild = "discord:100";
    public const string OtherGuild = "discord:200";

    private readonly BotHost _host;
    private readonly bool _ownsFolder;

    private ModeratedHost(NorthfieldFolder folder, BotHost host, bool ownsFolder) => (Folder, _host, _ownsFolder) = (folder, host, ownsFolder);

    public NorthfieldFolder Folder { get; }

    public Uri Address => new(_host.Addresses.Single());

    public IStore Store => _host.Services.GetRequiredService<IStore>();

    public IServiceProvider Services => _host.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts it. Roles null: an operator 'office', and 'staff' of one guild; empty: nobody.</summary>
    public static async Task<ModeratedHost> StartAsync(
        IReadOnlyDictionary<string, string?>? roles = null, NorthfieldFolder? folder = null, Action<IServiceCollection>? before = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var own = folder ?? new NorthfieldFolder();
        var all = new Dictionary<string, string?>
        {
            ["Web:Urls"] = "http://127.0.0.1:0",
            ["Web:ReadPerMinute"] = "10000",
            ["Encoder"] = "off",
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in roles ?? new Dictionary<string, string?> { ["Moderation:Roles:office:Name"] = "Programme office", ["Moderation:Roles:staff:Places:0"] = Guild })
        {
            all[key] = value;
        }

        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
        {
            all[key] = value;
        }

        var paths = new BotPaths(own["seeds"], own["index"], own["data"], own["seeds"]);
        return new ModeratedHost(own, await BotHost.StartAsync(paths, Token, all, TextWriter.Null, before), folder is null);
    }

    /// <summary>A browser without a script: it keeps cookies and follows nothing by itself.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public Task<SignInLink> InviteAsync(string name = "Ada Winter", string role = "office", params string[] places) =>
        Services.GetRequiredService<SignInDesk>().InviteAsync(
            new Moderator(name, role) { Places = places.Length == 0 ? null : [.. places.Select(p => PlaceId.TryParse(p, out var id) ? id : throw new ArgumentException(p))] }, "test", Token);

    /// <summary>Signs in the way a person without a script does.</summary>
    public async Task<ModeratorBrowser> SignInAsync(string name = "Ada Winter", string role = "office", params string[] places)
    {
        var client = Client();
        var link = await InviteAsync(name, role, places);
        using var entered = await client.PostAsync(new Uri("/moderate/enter", UriKind.Relative), new FormUrlEncodedContent([new("code", link.Secret.Reveal())]), Token);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        return new ModeratorBrowser(client);
    }

    public Task<ModeratorBrowser> StaffAsync() => SignInAsync("Stan Field", "staff", Guild);

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read)
    {
        await using var unit = await Store.ReadAsync(Token);
        return await read(unit);
    }

    public async Task WriteAsync(Func<IUnitOfWork, Task> write)
    {
        await using var unit = await Store.WriteAsync(Token);
        await write(unit);
        await unit.CommitAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_ownsFolder)
        {
            Folder.Dispose();
        }
    }
}

/// <summary>A moderator at work without a script: pages are read, forms are sent with what they carry.</summary>
internal sealed partial class ModeratorBrowser(HttpClient client) : IDisposable
{
    public HttpClient Client => client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    /// <summary>A page that is there.</summary>
    public async Task<string> PageAsync(string path)
    {
        var (status, html) = await GetAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status}\n{html}");
        return html;
    }

    /// <summary>The session's token, as its forms carry it.</summary>
    public async Task<string> TokenAsync() => TokenIn().Match(await PageAsync("/moderate/test")).Groups[1].Value;

    /// <summary>Sends a form with the session's token.</summary>
    public async Task<(HttpStatusCode Status, string Html, string? Location)> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("form", await TokenAsync())));
        return await PostAsync(path, content);
    }

    public async Task<(HttpStatusCode Status, string Html, string? Location)> PostAsync(string path, HttpContent content)
    {
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token), response.Headers.Location?.OriginalString);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex TokenIn();
}
