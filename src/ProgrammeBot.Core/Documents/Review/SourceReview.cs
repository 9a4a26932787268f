namespace ProgrammeBot.Documents.Review;

/// <summary>Looks for what a moderator should mend in the sources: figures and dates that differ, lists announced but not complete.</summary>
/// <remarks>
/// Made to be believed: it says little, and leaves out what it does not understand. Pure, deterministic, and near linear in the length of the
/// text: facts meet only under their key. Nothing found does not mean that nothing is wrong.
/// </remarks>
public static class SourceReview
{
    /// <summary>More documents than this are a corpus, not a programme's papers.</summary>
    public const int MostDocuments = 500;

    /// <summary>Code units of stored text; a longer document is left out.</summary>
    public const int LongestDocument = 2_000_000;

    /// <summary>Findings behind this many are counted, not listed.</summary>
    public const int MostFindings = 100;

    /// <summary>Reviews documents under the scope each names for itself.</summary>
    public static IReadOnlyList<ReviewFinding> Of(IReadOnlyList<SourceDocument> documents) => Of(documents, _ => null);

    /// <param name="documents">The documents, in any order.</param>
    /// <param name="scopeOf">
    /// The scope of a document id, null where the document's own <see cref="DocumentMetadata.Scope"/> decides. Only documents of one scope are
    /// compared with each other; one without a scope is compared with itself.
    /// </param>
    /// <returns>By kind, then by document and place. The last may say what was not reviewed.</returns>
    public static IReadOnlyList<ReviewFinding> Of(IReadOnlyList<SourceDocument> documents, Func<string, string?> scopeOf)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(scopeOf);
        if (documents.Count > MostDocuments)
        {
            return [NotReviewed($"The sources were not reviewed: {documents.Count} documents are more than {MostDocuments}.")];
        }

        var findings = new List<ReviewFinding>();
        var reviewed = new List<Reviewed>();
        foreach (var document in documents.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            if (document.Text.Length > LongestDocument)
            {
                findings.Add(NotReviewed($"{document.Id} was not reviewed: its {document.Text.Length} characters are more than {LongestDocument}."));
            }
            else
            {
                reviewed.Add(new Reviewed(document, scopeOf(document.Id) ?? document.Metadata.Scope));
                findings.AddRange(AnnouncedLists.Of(document));
            }
        }

        findings.AddRange(Compared(reviewed).Findings());
        List<ReviewFinding> ordered =
        [
            .. findings.OrderBy(f => f.Kind)
                .ThenBy(f => f.Places.Count > 0 ? f.Places[0].Document : "", StringComparer.Ordinal)
                .ThenBy(f => f.Places.Count > 0 ? f.Places[0].Span : default)
                .ThenBy(f => f.Sentence, StringComparer.Ordinal),
        ];
        return ordered.Count <= MostFindings
            ? ordered
            : [.. ordered.Take(MostFindings), NotReviewed($"{ordered.Count - MostFindings} more findings are not listed.")];
    }

    private static Ledger Compared(List<Reviewed> documents)
    {
        var ledger = new Ledger();
        var capitals = new Capitals(documents.SelectMany(d => d.Statements));
        var names = new Dictionary<string, NamedThings>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (!names.TryGetValue(document.Group, out var known))
            {
                names[document.Group] = known = new NamedThings();
            }

            foreach (var fact in NamedFacts.OfRows(document, known))
            {
                ledger.Add(document, fact);
            }
        }

        foreach (var document in documents)
        {
            foreach (var statement in document.Statements)
            {
                var figures = FigureReader.Read(statement.Reading, document.CreditsAreEcts);
                IEnumerable<Fact> facts =
                [
                    .. TopicFacts.Of(document, statement, figures, capitals),
                    .. PeriodFacts.Of(document, statement, capitals),
                    .. NamedFacts.OfSentence(document, statement, names[document.Group]),
                    .. WordingFacts.Of(document, statement, figures),
                ];
                foreach (var fact in facts)
                {
                    ledger.Add(document, fact);
                }
            }
        }

        return ledger;
    }

    private static ReviewFinding NotReviewed(string sentence) => new(ReviewKind.NotReviewed, sentence, []);
}
