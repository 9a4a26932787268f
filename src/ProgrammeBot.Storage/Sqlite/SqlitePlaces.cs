using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqlitePlaces(SqliteSession session) : IPlaces
{
    private const string Select = "SELECT id, parent, settings, address FROM place ";

    private static readonly string Under = SqlitePrefix.Of("id");

    public ValueTask<Place?> FindAsync(PlaceId id, CancellationToken cancellationToken) => ValueTask.FromResult(
        session.Read(Select + "WHERE id = $id", Read, cancellationToken, ("$id", id.ToString())).SingleOrDefault());

    public ValueTask<IReadOnlyList<Place>> ListAsync(PlaceId prefix, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Place>>(
        session.Read($"{Select} WHERE {Under} ORDER BY id", Read, cancellationToken, SqlitePrefix.Parameter(prefix)));

    public ValueTask<IReadOnlyList<Place>> ListOfAsync(string platform, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Place>>(
        session.Read($"{Select} WHERE substr(id, 1, length($platform) + 1) = $platform || ':' ORDER BY id", Read, cancellationToken, ("$platform", platform)));

    public ValueTask SaveAsync(Place place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        session.Write(
            """
            INSERT INTO place (id, parent, settings, address) VALUES ($id, $parent, $settings, $address)
            ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, settings = excluded.settings, address = excluded.address
            """,
            cancellationToken,
            ("$id", place.Id.ToString()),
            ("$parent", place.Parent?.ToString()),
            ("$settings", PlaceSettingsJson.Write(place.Settings)),
            ("$address", place.Address?.Cipher));
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken) => ValueTask.FromResult(
        session.Write($"DELETE FROM place WHERE {Under}", cancellationToken, SqlitePrefix.Parameter(prefix)));

    private static Place Read(SqliteDataReader row) => new(row.Place(0), PlaceSettingsJson.Read(row.GetString(2)), row.IsDBNull(1) ? null : row.Place(1))
    {
        Address = row.IsDBNull(3) ? null : row.Protected(3),
    };
}
