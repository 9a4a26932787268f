using ProgrammeBot.Channels.Teams.Package;

namespace ProgrammeBot.Tests.Channels.Teams.Package;

public sealed class TeamsAppOptionsTests
{
    public static TheoryData<string, string> Hostile { get; } = new()
    {
        { "AppId", "" },
        { "AppId", "00000000-0000-0000-0000-000000000000" },
        { "AppId", "{0a1b2c3d-0000-4000-8000-00000000000a}" },
        { "AppId", "0a1b2c3d000040008000000000000000a" },
        { "Version", "1.0" },
        { "Version", "1.0.0-beta" },
        { "Version", "01.0.0" },
        { "Version", "1.0.0\n" },
        { "Version", "1.0.99999999999999999999" },
        { "Name", " " },
        { "Name", new('x', 31) },
        { "Name", "a\0b" },
        { "FullName", new('x', 101) },
        { "Description", new('x', 81) },
        { "FullDescription", new('x', 4001) },
        { "GermanDescription", new('x', 81) },
        { "GermanFullDescription", new('x', 4001) },
        { "Developer", "" },
        { "Developer", new('x', 33) },
        { "Website", "" },
        { "Website", "northfield.example" },
        { "Website", "http://northfield.example" },
        { "Website", "https://user:secret@northfield.example" },
        { "Privacy", "javascript:alert(1)" },
        { "Terms", "https://" },
        { "Terms", "https://x.example/" + new string('x', 2048) },
        { "PublicBaseUrl", "http://localhost:5080" },
    };

    [Fact]
    public void What_is_as_it_should_be_has_no_fault() => Assert.Empty(SomeApp.Northfield.Faults());

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_wrong_option_is_named_alone_and_shortly(string field, string value)
    {
        var options = SomeApp.Northfield with { };
        typeof(TeamsAppOptions).GetProperty(field)!.SetValue(options, value); // the fields above are there

        var fault = Assert.Single(options.Faults());

        Assert.Equal(field, fault.Field);
        Assert.InRange(fault.ToString().Length, 10, 300);
    }
}
