using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Storage;

/// <summary>An index in SQLite's FTS5: the measure that our own engine is held against.</summary>
/// <remarks>
/// Porter stems over unicode61 words, ranked by its bm25() with a weight for each column. SQLite serves one search at a time on a connection, so they queue.
/// Its bm25() gives words of more than half the passages next to nothing, but never quite nothing.
/// </remarks>
public sealed class Fts5PassageIndex : IPassageIndex, IDisposable
{
    private static readonly string[] Columns = ["$id", "$title", "$heading", "$body", "$header", "$scope"];

    private readonly SqliteConnection _connection;
    private readonly Lock _turn = new();
    private readonly Passage[] _passages;

    private Fts5PassageIndex(SqliteConnection connection, Passage[] passages)
    {
        _connection = connection;
        _passages = passages;
    }

    /// <summary>Builds an index in memory, gone when it is disposed of.</summary>
    public static Fts5PassageIndex InMemory(IReadOnlyList<IndexedDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        SQLitePCL.Batteries_V2.Init();
        var passages = documents.SelectMany(d => d.Passages).OrderBy(p => p.Id).ToArray();
        var connection = new SqliteConnection("Data Source=:memory:");
        try
        {
            connection.Open();
            Fill(connection, passages);
            return new(connection, passages);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public IReadOnlyList<Hit> Find(PassageQuery query, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        cancellationToken.ThrowIfCancellationRequested();
        var match = Match(query.Text);
        if (limit == 0 || match.Length == 0)
        {
            return [];
        }

        lock (_turn)
        {
            using var command = _connection.CreateCommand();
            var scopes = ScopeFilter(query.Scopes, command);
            command.CommandText =
                $"""
                SELECT passage.rowid, bm25(passage, 1.0, 1.0, 1.0, 1.0) AS score FROM passage
                WHERE passage MATCH $match {scopes} ORDER BY score, passage.rowid LIMIT $limit
                """;
            command.Parameters.AddWithValue("$match", match);
            command.Parameters.AddWithValue("$limit", limit);
            using var reader = command.ExecuteReader();
            var hits = new List<Hit>();
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                hits.Add(new(_passages[reader.GetInt32(0)], -reader.GetDouble(1)));
            }

            return hits;
        }
    }

    public void Dispose() => _connection.Dispose();

    private static void Fill(SqliteConnection connection, Passage[] passages)
    {
        using var transaction = connection.BeginTransaction();
        using var create = connection.CreateCommand();
        create.CommandText =
            """
            CREATE VIRTUAL TABLE passage USING fts5(title, heading, body, header, tokenize = 'porter unicode61 remove_diacritics 2', content = '');
            CREATE TABLE scope (passage INTEGER PRIMARY KEY, name TEXT NOT NULL);
            """;
        create.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText =
            """
            INSERT INTO passage (rowid, title, heading, body, header) VALUES ($id, $title, $heading, $body, $header);
            INSERT INTO scope (passage, name) VALUES ($id, $scope);
            """;
        var values = Columns.ToDictionary(n => n, n => insert.Parameters.AddWithValue(n, ""));
        for (var i = 0; i < passages.Length; i++)
        {
            values["$id"].Value = i;
            values["$title"].Value = Plain(passages[i].Title);
            values["$heading"].Value = Plain(string.Join(" \n ", passages[i].HeadingPath));
            values["$body"].Value = Plain(passages[i].Text);
            values["$header"].Value = Plain(passages[i].TableHeader);
            values["$scope"].Value = passages[i].Scope ?? "";
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    // NUL ends a text for the tokenizer, and a lone surrogate is no UTF-8.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.Value is 0 or 0xFFFD ? " " : rune.ToString());
        }

        return plain.ToString();
    }

    // Each word in quotes is a word, whatever it is; any of them may match.
    private static string Match(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0 && rune.Value != 0xAD)
            {
                words.Add($"\"{word}\"");
                word.Clear();
            }
        }

        return string.Join(" OR ", words.Distinct(StringComparer.Ordinal));
    }

    private static string ScopeFilter(IReadOnlyCollection<string>? scopes, SqliteCommand command)
    {
        if (scopes is null)
        {
            return "";
        }

        var names = new List<string>();
        foreach (var scope in scopes)
        {
            var name = "$scope" + names.Count;
            command.Parameters.AddWithValue(name, scope);
            names.Add(name);
        }

        return $"AND EXISTS (SELECT 1 FROM scope WHERE scope.passage = passage.rowid AND scope.name IN ({string.Join(", ", names)}))";
    }
}
