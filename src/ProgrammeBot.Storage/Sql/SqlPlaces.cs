using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlPlaces(SqlSession session) : IPlaces
{
    internal const string Select = "SELECT id, parent, settings, address FROM place ";

    private static readonly string Under = SqlPrefix.Of("id");

    public ValueTask<Place?> FindAsync(PlaceId id, CancellationToken cancellationToken) =>
        session.FindAsync(Select + "WHERE id = @id", Read, cancellationToken, ("@id", id.ToString()));

    public async ValueTask<IReadOnlyList<Place>> ListAsync(PlaceId prefix, CancellationToken cancellationToken) =>
        await session.ReadAsync($"{Select} WHERE {Under} ORDER BY id", Read, cancellationToken, SqlPrefix.Parameter(prefix));

    public async ValueTask<IReadOnlyList<Place>> ListOfAsync(string platform, CancellationToken cancellationToken) => await session.ReadAsync(
        Select + "WHERE id > @platform || ':' AND id < @platform || ';' ORDER BY id", Read, cancellationToken, ("@platform", platform));

    public async ValueTask SaveAsync(Place place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        await session.WriteAsync(
            """
            INSERT INTO place (id, parent, settings, address) VALUES (@id, @parent, @settings, @address)
            ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, settings = excluded.settings, address = excluded.address
            """,
            cancellationToken,
            ("@id", place.Id.ToString()),
            ("@parent", place.Parent?.ToString()),
            ("@settings", PlaceSettingsJson.Write(place.Settings)),
            ("@address", place.Address?.Cipher));
    }

    public ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken) =>
        session.WriteAsync($"DELETE FROM place WHERE {Under}", cancellationToken, SqlPrefix.Parameter(prefix));

    internal static Place Read(DbDataReader row) => new(row.Place(0), PlaceSettingsJson.Read(row.GetString(2)), row.OptionalPlace(1))
    {
        Address = row.OptionalProtected(3),
    };
}
