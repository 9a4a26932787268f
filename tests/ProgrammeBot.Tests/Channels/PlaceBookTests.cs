using ProgrammeBot.Channels;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Asking;

namespace ProgrammeBot.Tests.Channels;

public sealed class PlaceBookTests : AskingBed
{
    private static readonly PlaceId Team = PlaceId.Of("teams", "tenant", "team");

    private PlaceBook Book => field ??= new PlaceBook(Store, Clock);

    [Fact]
    public async Task What_is_set_holds_at_once_below_it_and_the_narrower_goes_before()
    {
        Assert.Equal(AnsweringMode.WhenAsked, (await HereAsync()).Answering);

        await Book.ChangeAsync(Team, Team, p => p.With(new PlaceSettings { Programme = "a", Language = "de" }), Token);
        Assert.Equal(("a", "de"), ((await HereAsync()).Programme, (await HereAsync()).Language));
        await Book.ChangeAsync(Team, Place, p => p.With(new PlaceSettings { Programme = "b" }), Token);

        Assert.Equal(("b", "de"), ((await HereAsync()).Programme, (await HereAsync()).Language));
        Assert.Equal(("b", null), ((await Book.OwnAsync(Place, Token)).Programme, (await Book.OwnAsync(Place, Token)).Language));
        Assert.Equal("a", (await Book.SettingsAsync([Team], Token)).Programme);
    }

    [Fact]
    public async Task Another_processs_change_arrives_within_a_minute_or_when_it_is_forgotten()
    {
        var other = new PlaceBook(Store, Clock);
        Assert.Null((await HereAsync()).Programme);
        await other.ChangeAsync(Team, Team, p => p.With(new PlaceSettings { Programme = "a" }), Token);

        Clock.Turn(TimeSpan.FromSeconds(59));
        Assert.Null((await HereAsync()).Programme);
        Clock.Turn(TimeSpan.FromSeconds(1));
        Assert.Equal("a", (await HereAsync()).Programme);

        await other.ChangeAsync(Team, Team, p => p.With(new PlaceSettings { Programme = "b" }), Token);
        Book.Forget(Team);
        Assert.Equal("b", (await HereAsync()).Programme);
    }

    [Fact]
    public async Task What_is_forgotten_is_forgotten_too_where_it_was_read_with_all_of_its_tenant()
    {
        var tenant = PlaceId.Of("teams", "tenant");
        var other = new PlaceBook(Store, Clock);
        Assert.Empty(await Book.PlacesOfAsync(tenant, Token));
        await other.ChangeAsync(Team, Team, p => p.With(new PlaceSettings { Programme = "a" }), Token);
        Assert.Empty(await Book.PlacesOfAsync(tenant, Token));

        Book.Forget(Team);

        Assert.Equal([Team], (await Book.PlacesOfAsync(tenant, Token)).Keys);
    }

    private ValueTask<PlaceSettings> HereAsync() => Book.SettingsAsync([Team, Place], Token);
}
