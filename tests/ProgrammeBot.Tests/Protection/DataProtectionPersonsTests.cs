using System.Runtime.Versioning;
using ProgrammeBot.App.Protection;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Protection;

public sealed class DataProtectionPersonsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("discord:12:345")]
    [InlineData("Größe 學費 👩🏽‍🎓 \u202E'; -- \0")]
    public void What_is_protected_comes_back_also_after_a_restart(string text)
    {
        var protectedText = Open("keys").Protect(text);

        Assert.Equal(text, Open("keys").Unprotect(protectedText));
        Assert.True(text.Length == 0 || !protectedText.Cipher.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_of_a_conversation_has_room_and_more_is_refused()
    {
        var persons = Open("keys");

        Assert.Equal(new string('x', 2500), persons.Unprotect(persons.Protect(new string('x', 2500))));
        Assert.Throws<ArgumentException>(() => persons.Protect(new string('x', 4000)));
    }

    [Fact]
    public void What_was_tampered_with_is_nothing()
    {
        var persons = Open("keys");
        var cipher = persons.Protect("discord:12:345").Cipher;
        for (var at = 0; at < cipher.Length; at += 7)
        {
            var other = cipher[at] == 'A' ? 'B' : 'A';
            Assert.Null(persons.Unprotect(new ProtectedText(cipher[..at] + other + cipher[(at + 1)..])));
        }

        Assert.Null(persons.Unprotect(new ProtectedText(cipher[..^10])));
        Assert.Null(persons.Unprotect(new ProtectedText("discord:12:345")));
        Assert.Null(persons.Unprotect(new ProtectedText("學費 ' --")));
        Assert.Null(persons.Unprotect(default));
    }

    [Fact]
    public void Another_key_ring_reads_nothing_and_hashes_otherwise()
    {
        DataProtectionPersons ours = Open("ours"), theirs = Open("theirs");

        Assert.Null(theirs.Unprotect(ours.Protect("discord:12:345")));
        Assert.NotEqual(ours.HashOf("discord:12:345"), theirs.HashOf("discord:12:345"));
    }

    [Fact]
    public void A_person_s_hash_is_theirs_alone_and_stays()
    {
        var hash = Open("keys").HashOf("discord:12:345");

        Assert.Equal(hash, Open("keys").HashOf("discord:12:345"));
        Assert.NotEqual(hash, Open("keys").HashOf("discord:12:346"));
        Assert.True(KeyedHash.TryParse(hash.ToString(), out _));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Keys_are_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no Unix modes.");
        Open("keys").Protect("x");
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["keys"]));
        Assert.Equal(2, Directory.GetFiles(_folder["keys"]).Length);
        Assert.All(Directory.GetFiles(_folder["keys"]), file => Assert.Equal(Owner, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void A_damaged_key_of_hashes_is_named_and_left_alone()
    {
        _folder.Write("keys/person-hash.key", "short");

        Assert.Contains("'" + _folder["keys/person-hash.key"] + "' is damaged", Assert.Throws<StoreException>(() => Open("keys")).Message, StringComparison.Ordinal);
        Assert.Equal("short", File.ReadAllText(_folder["keys/person-hash.key"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        _folder.Write("plain", "text");

        Assert.Contains(_folder["plain/keys"], Assert.Throws<StoreException>(() => Open("plain/keys")).Message, StringComparison.Ordinal);
    }

    private DataProtectionPersons Open(string folder) => DataProtectionPersons.Open(_folder[folder]);
}
