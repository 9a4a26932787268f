using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

/// <summary>The audit log, sign-ins, and what the bot notes for itself.</summary>
public abstract partial class StoreConformance
{
    [Fact]
    public async Task What_moderators_did_is_kept_once_and_comes_in_pages_the_newest_first()
    {
        var records = Enumerable.Range(1, 4).Select(i => Done(i)).ToArray();
        records[2] = new AuditRecord(records[2].Id, "ben", "gap decided", "01J", "not ours") { Within = SomePlaces.Guild };
        await WriteAsync(async u =>
        {
            foreach (var record in records)
            {
                Assert.True(await u.Audit.AddAsync(record, Token));
            }

            Assert.False(await u.Audit.AddAsync(new AuditRecord(records[0].Id, "somebody", "else"), Token));
        });

        await using var unit = await (await OpenAsync()).ReadAsync(Token);
        Assert.Equal([records[3], records[2]], await unit.Audit.ListAsync(default, 2, Token));
        Assert.Equal([records[1], records[0]], await unit.Audit.ListAsync(records[2].Id, 10, Token));
        Assert.Empty(await unit.Audit.ListAsync(records[0].Id, 10, Token));
        Assert.Empty(await unit.Audit.ListAsync(default, 0, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await unit.Audit.ListAsync(default, -1, Token));
    }

    [Fact]
    public async Task What_was_done_before_a_time_is_forgotten()
    {
        var ids = new UlidSource(_clock, new Random(1).NextBytes);
        var old = new AuditRecord(ids.NextAudit(), "ben", "signed in");
        _clock.Turn(TimeSpan.FromDays(1));
        var recent = new AuditRecord(ids.NextAudit(), "ben", "signed out");
        await WriteAsync(async u =>
        {
            await u.Audit.AddAsync(old, Token);
            await u.Audit.AddAsync(recent, Token);
        });

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal(1, await unit.Audit.RemoveBeforeAsync(recent.Id.Value.At, Token));
        Assert.Equal([recent], await unit.Audit.ListAsync(default, 10, Token));
    }

    [Fact]
    public async Task A_link_opens_one_session_and_nothing_more()
    {
        var link = Link(1, "link") with { Places = [SomePlaces.Guild, SomePlaces.OtherGuild] };
        await WriteAsync(async u => Assert.True(await u.SignIns.AddAsync(link, Token)));
        var ends = _clock.GetUtcNow().AddHours(8);

        await using (var unit = await _store.WriteAsync(Token))
        {
            Assert.Null(await unit.SignIns.FindSessionAsync(SomePlaces.Hash("link"), Token));
            Assert.Null(await unit.SignIns.UseAsync(SomePlaces.Hash("forged"), SomePlaces.Hash("session"), ends, Token));
            Assert.Null(await unit.SignIns.UseAsync(default, SomePlaces.Hash("session"), ends, Token));
            Assert.Null(await unit.SignIns.UseAsync(SomePlaces.Hash("link"), default, ends, Token));
            var session = await unit.SignIns.UseAsync(SomePlaces.Hash("link"), SomePlaces.Hash("session"), ends, Token);
            Assert.Equal(link with { Secret = SomePlaces.Hash("session"), IsUsed = true, ExpiresAt = ends }, session);
            Assert.Null(await unit.SignIns.UseAsync(SomePlaces.Hash("link"), SomePlaces.Hash("second"), ends, Token));
            Assert.Null(await unit.SignIns.UseAsync(SomePlaces.Hash("session"), SomePlaces.Hash("second"), ends, Token));
            await unit.CommitAsync(Token);
        }

        await using var after = await (await OpenAsync()).ReadAsync(Token);
        var found = await after.SignIns.FindSessionAsync(SomePlaces.Hash("session"), Token);
        Assert.Equal((link.Id, "ada", "advisers", 2), (found!.Id, found.Name, found.Role, found.Places!.Count));
        Assert.Null(await after.SignIns.FindSessionAsync(SomePlaces.Hash("link"), Token));
    }

    [Fact]
    public async Task Of_two_processes_that_use_one_link_one_gets_in()
    {
        await WriteAsync(async u => await u.SignIns.AddAsync(Link(1, "link"), Token));
        IStore[] stores = [_store, await OpenAsync()];

        var sessions = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            async () =>
            {
                await using var unit = await stores[i % 2].WriteAsync(Token);
                var session = await unit.SignIns.UseAsync(SomePlaces.Hash("link"), SomePlaces.Hash($"session {i}"), _clock.GetUtcNow().AddHours(1), Token);
                await unit.CommitAsync(Token);
                return session;
            },
            Token)));

        Assert.Single(sessions, s => s is not null);
    }

    [Fact]
    public async Task A_session_ends_later_when_it_is_used_and_one_that_is_over_begins_no_more()
    {
        await WriteAsync(async u =>
        {
            await u.SignIns.AddAsync(Link(1, "link", TimeSpan.FromHours(1)), Token);
            Assert.False(await u.SignIns.ExtendAsync(SomePlaces.Hash("link"), _clock.GetUtcNow().AddHours(9), Token)); // a link is no session
            await u.SignIns.UseAsync(SomePlaces.Hash("link"), SomePlaces.Hash("session"), _clock.GetUtcNow().AddMinutes(10), Token);
            Assert.False(await u.SignIns.ExtendAsync(SomePlaces.Hash("other"), _clock.GetUtcNow().AddHours(9), Token));
        });

        await WriteAsync(async u => Assert.True(await u.SignIns.ExtendAsync(SomePlaces.Hash("session"), _clock.GetUtcNow().AddMinutes(30), Token)));
        _clock.Turn(TimeSpan.FromMinutes(29));
        await using (var read = await (await OpenAsync()).ReadAsync(Token))
        {
            Assert.NotNull(await read.SignIns.FindSessionAsync(SomePlaces.Hash("session"), Token));
        }

        _clock.Turn(TimeSpan.FromMinutes(1));
        await using var late = await _store.WriteAsync(Token);
        Assert.False(await late.SignIns.ExtendAsync(SomePlaces.Hash("session"), _clock.GetUtcNow().AddHours(1), Token));
        Assert.Null(await late.SignIns.FindSessionAsync(SomePlaces.Hash("session"), Token));
    }

    [Fact]
    public async Task A_sign_in_that_expired_opens_nothing_and_is_purged()
    {
        await WriteAsync(async u =>
        {
            await u.SignIns.AddAsync(Link(1, "short"), Token);
            await u.SignIns.AddAsync(Link(2, "long", TimeSpan.FromHours(1)), Token);
        });
        _clock.Turn(TimeSpan.FromMinutes(10));

        await using var unit = await _store.WriteAsync(Token);
        Assert.Null(await unit.SignIns.UseAsync(SomePlaces.Hash("short"), SomePlaces.Hash("s"), _clock.GetUtcNow().AddHours(1), Token));
        Assert.Equal([2], (await unit.SignIns.ListAsync(Token)).Select(s => Number(s.Id.Value)));
        Assert.NotNull(await unit.SignIns.UseAsync(SomePlaces.Hash("long"), SomePlaces.Hash("s"), _clock.GetUtcNow(), Token));
        Assert.Null(await unit.SignIns.FindSessionAsync(SomePlaces.Hash("s"), Token));
        Assert.Equal(2, await unit.SignIns.PurgeAsync(Token));
        Assert.Equal(0, await unit.SignIns.PurgeAsync(Token));
    }

    [Fact]
    public async Task A_session_can_be_made_to_end_later_while_it_lasts_and_a_link_cannot()
    {
        await WriteAsync(async u =>
        {
            await u.SignIns.AddAsync(Link(1, "link"), Token);
            await u.SignIns.UseAsync(SomePlaces.Hash("link"), SomePlaces.Hash("session"), _clock.GetUtcNow().AddMinutes(10), Token);
            await u.SignIns.AddAsync(Link(2, "other"), Token);
        });
        var later = _clock.GetUtcNow().AddHours(1);

        await using var unit = await _store.WriteAsync(Token);
        Assert.True(await unit.SignIns.ExtendAsync(SomePlaces.Hash("session"), later, Token));
        Assert.False(await unit.SignIns.ExtendAsync(SomePlaces.Hash("other"), later, Token));
        Assert.False(await unit.SignIns.ExtendAsync(SomePlaces.Hash("nobody"), later, Token));
        _clock.Turn(TimeSpan.FromMinutes(10));
        Assert.Equal(later, (await unit.SignIns.FindSessionAsync(SomePlaces.Hash("session"), Token))!.ExpiresAt);
        Assert.Single(await unit.SignIns.ListAsync(Token));
        _clock.Turn(TimeSpan.FromHours(1));
        Assert.False(await unit.SignIns.ExtendAsync(SomePlaces.Hash("session"), later.AddHours(1), Token));
    }

    [Fact]
    public async Task Sign_ins_are_known_by_one_id_and_one_secret_and_can_be_ended()
    {
        var link = Link(2, "link");
        await WriteAsync(async u =>
        {
            Assert.True(await u.SignIns.AddAsync(link, Token));
            Assert.False(await u.SignIns.AddAsync(Link(2, "other"), Token));
            Assert.False(await u.SignIns.AddAsync(Link(3, "link"), Token));
            Assert.True(await u.SignIns.AddAsync(Link(1, "third"), Token));
            Assert.Null(await u.SignIns.UseAsync(SomePlaces.Hash("third"), SomePlaces.Hash("link"), _clock.GetUtcNow().AddHours(1), Token));
        });

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal([1, 2], (await unit.SignIns.ListAsync(Token)).Select(s => Number(s.Id.Value)));
        Assert.Equal(link, (await unit.SignIns.ListAsync(Token))[1]);
        Assert.True(await unit.SignIns.RemoveAsync(link.Id, Token));
        Assert.False(await unit.SignIns.RemoveAsync(link.Id, Token));
        Assert.Null(await unit.SignIns.UseAsync(SomePlaces.Hash("link"), SomePlaces.Hash("s"), _clock.GetUtcNow().AddHours(1), Token));
    }

    [Fact]
    public async Task What_the_bot_notes_for_itself_is_found_replaced_and_taken_away()
    {
        await WriteAsync(u => u.Marks.SetAsync("digest", "2026-W01", Token));
        await WriteAsync(u => u.Marks.SetAsync("digest", "2026-W02\nsent", Token));
        await WriteAsync(u => u.Marks.SetAsync("Digest", "another", Token));

        await using var unit = await (await OpenAsync()).WriteAsync(Token);
        Assert.Equal("2026-W02\nsent", await unit.Marks.FindAsync("digest", Token));
        Assert.Null(await unit.Marks.FindAsync("nobody's", Token));
        Assert.Null(await unit.Marks.FindAsync("no\0name", Token));
        await unit.Marks.SetAsync("digest", null, Token);
        await unit.Marks.SetAsync("nobody's", null, Token);
        Assert.Null(await unit.Marks.FindAsync("digest", Token));
        Assert.Equal("another", await unit.Marks.FindAsync("Digest", Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await unit.Marks.SetAsync(" ", "x", Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await unit.Marks.SetAsync("x", "\0", Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await unit.Marks.SetAsync(new string('x', IMarks.MaxNameLength + 1), "x", Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await unit.Marks.SetAsync("x", new string('x', IMarks.MaxTextLength + 1), Token));
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_words_stand_in_the_audit_log_a_sign_in_or_a_mark_come_back_unchanged(string words)
    {
        var record = new AuditRecord(new AuditId(SomePlaces.Id(1)), words, words, words, words + "\n" + words) { Within = PlaceId.Of("web", words) };
        var link = new SignIn(new SignInId(SomePlaces.Id(1)), SomePlaces.Hash("link"), words, words, _clock.GetUtcNow().AddMinutes(10)) { Places = [PlaceId.Of("web", words)] };
        await WriteAsync(async u =>
        {
            await u.Audit.AddAsync(record, Token);
            await u.SignIns.AddAsync(link, Token);
            await u.Marks.SetAsync(words, words, Token);
        });

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([record], await unit.Audit.ListAsync(default, 10, Token));
        Assert.Equal([link], await unit.SignIns.ListAsync(Token));
        Assert.Equal(words, await unit.Marks.FindAsync(words, Token));
    }

    private static AuditRecord Done(int id) => new(new AuditId(SomePlaces.Id(id)), "ada", "signed in");

    private SignIn Link(int id, string secret, TimeSpan? lifetime = null) =>
        new(new SignInId(SomePlaces.Id(id)), SomePlaces.Hash(secret), "ada", "advisers", _clock.GetUtcNow() + (lifetime ?? TimeSpan.FromMinutes(10)));
}
