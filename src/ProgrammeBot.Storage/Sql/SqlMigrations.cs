using System.Globalization;

namespace ProgrammeBot.Storage.Sql;

/// <summary>The steps that bring a database from each format to the next: <c>Migrations/NNNN-what.sql</c>, step n leads to format n.</summary>
internal static class SqlMigrations
{
    /// <param name="prefix">What the names of the steps' resources begin with.</param>
    public static IReadOnlyList<string> Read(string prefix)
    {
        var assembly = typeof(SqlMigrations).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (int.Parse(names[i].AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture) != i + 1)
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
