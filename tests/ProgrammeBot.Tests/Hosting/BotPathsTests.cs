using ProgrammeBot.App.Hosting;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Hosting;

public sealed class BotPathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_caller_with_seeds_has_everything_beside_them()
    {
        Directory.CreateDirectory(_folder["home/seeds"]);

        Assert.Equal(
            new BotPaths(_folder["home/seeds"], _folder["home/index"], _folder["home/data"], _folder["home/seeds"]),
            BotPaths.Resolve(null, " ", null, _folder["home"], _folder["program"]));
    }

    [Fact]
    public void A_caller_without_has_it_beside_the_nearest_seeds_above_the_program()
    {
        _folder.Write("repository/seeds/programmes.yaml", "scopes: []");
        Directory.CreateDirectory(_folder["repository/out/seeds"]); // no seeds of ours: it holds no mapping

        Assert.Equal(
            new BotPaths(_folder["repository/seeds"], _folder["repository/index"], _folder["repository/data"], _folder["repository/seeds"]),
            BotPaths.Resolve(null, null, null, _folder["elsewhere"], _folder["repository/out/bin"]));
    }

    [Fact]
    public void Paths_that_are_given_resolve_from_the_callers_folder_and_leave_the_settings_where_they_were()
    {
        Directory.CreateDirectory(_folder["home/seeds"]);

        Assert.Equal(
            new BotPaths(_folder["papers"], "/absolute", _folder["home/kept"], _folder["home/seeds"]),
            BotPaths.Resolve("../papers", "/absolute", "kept", _folder["home"], _folder["program"]));
    }
}
