using System.Security.Cryptography;
using ProgrammeBot.Moderation;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Moderation;

public sealed class SignInDeskTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TurnedClock _clock = new();
    private SqliteStore _store = null!;
    private SignInDesk _desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(_folder["programmebot.db"], _clock, Token);
        _desk = new SignInDesk(_store, new UlidSource(_clock, RandomNumberGenerator.Fill), _clock, RandomNumberGenerator.Fill);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_link_opens_a_session_of_its_role_and_places()
    {
        var link = await _desk.InviteAsync(new Moderator("Ada", "staff") { Places = [SomePlace("discord:1")] }, "console", Token);

        var session = await _desk.EnterAsync(link.Secret.Reveal(), Token);

        Assert.NotNull(session);
        Assert.Equal(("Ada", "staff"), (session.SignIn.Name, session.SignIn.Role));
        Assert.Equal([SomePlace("discord:1")], session.SignIn.Places!);
        Assert.Equal(session.SignIn, await _desk.FindAsync(session.Secret.Reveal(), Token));
        Assert.NotEqual(link.Secret, session.Secret);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var link = await InviteAsync();
        await _desk.EnterAsync(link.Secret.Reveal(), Token);

        Assert.Null(await _desk.EnterAsync(link.Secret.Reveal(), Token));
        Assert.Null(await _desk.FindAsync(link.Secret.Reveal(), Token));
    }

    [Fact]
    public async Task A_link_that_many_press_at_once_lets_one_in()
    {
        var code = (await InviteAsync()).Secret.Reveal();

        var entered = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _desk.EnterAsync(code, Token), Token)));

        Assert.Single(entered, e => e is not null);
    }

    [Theory]
    [InlineData(9.9, true)]
    [InlineData(10, false)]
    public async Task A_link_lasts_ten_minutes(double minutes, bool opens)
    {
        var link = await InviteAsync();
        _clock.Turn(TimeSpan.FromMinutes(minutes));

        Assert.Equal(opens, await _desk.EnterAsync(link.Secret.Reveal(), Token) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0")]
    [InlineData("ＡAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_was_forged_opens_nothing_and_is_on_the_audit_log_without_it(string? code)
    {
        await InviteAsync();

        Assert.Null(await _desk.EnterAsync(code, Token));
        Assert.Null(await _desk.FindAsync(code, Token));
        var record = (await AuditAsync())[0];
        Assert.Equal("sign-in refused", record.Action);
        Assert.DoesNotContain(string.IsNullOrEmpty(code) ? "\u0001" : code, record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_quiet_hours()
    {
        var session = await SessionAsync();
        _clock.Turn(TimeSpan.FromHours(12));

        Assert.Null(await _desk.FindAsync(session, Token));
    }

    [Fact]
    public async Task A_session_in_use_goes_on_and_ends_after_a_day()
    {
        var session = await SessionAsync();
        for (var hour = 1; hour <= 23; hour++)
        {
            _clock.Turn(TimeSpan.FromHours(1));
            Assert.NotNull(await _desk.FindAsync(session, Token));
        }

        _clock.Turn(TimeSpan.FromHours(1));
        Assert.Null(await _desk.FindAsync(session, Token));
    }

    [Fact]
    public async Task A_session_that_was_ended_opens_nothing()
    {
        var session = await SessionAsync();
        var id = Assert.Single(await _desk.ListAsync(Token)).Id;

        Assert.True(await _desk.EndAsync(id, "Bob", Token));

        Assert.Null(await _desk.FindAsync(session, Token));
        Assert.False(await _desk.EndAsync(id, "Bob", Token));
        Assert.Empty(await _desk.ListAsync(Token));
    }

    [Fact]
    public async Task Each_act_is_on_the_audit_log_and_no_secret_is_in_the_store()
    {
        var link = await InviteAsync();
        var session = (await _desk.EnterAsync(link.Secret.Reveal(), Token))!;
        await _desk.EndAsync(session.SignIn.Id, "Ada", Token);

        Assert.Equal(["session ended", "signed in", "link made"], (await AuditAsync()).Select(r => r.Action));
        await _store.DisposeAsync();
        var bytes = string.Concat(Directory.EnumerateFiles(_folder.FullPath).Select(f => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(f))));
        Assert.Contains("signed in", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Secret.Reveal(), bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Secret.Reveal(), bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_prints_as_none() => Assert.Equal("(secret)", SignInSecret.New(RandomNumberGenerator.Fill).ToString());

    private static PlaceId SomePlace(string text) => PlaceId.TryParse(text, out var place) ? place : throw new ArgumentException(text);

    private Task<SignInLink> InviteAsync() => _desk.InviteAsync(new Moderator("Ada", "office") { Places = null }, "console", Token);

    private async Task<string> SessionAsync() => (await _desk.EnterAsync((await InviteAsync()).Secret.Reveal(), Token))!.Secret.Reveal();

    private async Task<IReadOnlyList<AuditRecord>> AuditAsync()
    {
        await using var unit = await _store.ReadAsync(Token);
        return await unit.Audit.ListAsync(default, 100, Token);
    }
}
