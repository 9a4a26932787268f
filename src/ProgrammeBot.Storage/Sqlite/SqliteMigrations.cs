using System.Globalization;

namespace ProgrammeBot.Storage.Sqlite;

/// <summary>The steps that bring a database from each format to the next: <c>Migrations/NNNN-what.sql</c>, step n leads to format n.</summary>
internal static class SqliteMigrations
{
    private const string Prefix = "ProgrammeBot.Storage.Sqlite.Migrations.";

    public static IReadOnlyList<string> Steps { get; } = Read();

    private static string[] Read()
    {
        var assembly = typeof(SqliteMigrations).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (int.Parse(names[i].AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture) != i + 1)
            {
                throw new InvalidOperationException($"Migration {i + 1} is missing, or '{names[i]}' has the number of another.");
            }
        }

        return [.. names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!); // listed by the assembly itself
            return reader.ReadToEnd();
        })];
    }
}
