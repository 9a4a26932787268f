using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Answers at once when the question surely asks for a FAQ entry; notes what comes near, for a refusal to offer.</summary>
/// <remarks>
/// An entry answers within its scope only. Codes and comparisons are left to the look-up of rows and to the steps that compare.
/// An entry whose words are no longer in the documents is passed over: an answer that nobody can check is none.
/// </remarks>
internal sealed partial class MatchFaq(IFaqBooks books, TimeProvider time) : IAnsweringStep
{
    private const int Shown = 3;
    private const int Looked = 8;
    private const int MostOffered = 3;

    /// <summary>The first must be this clear of the best entry that asks for something else.</summary>
    private const double Gap = 0.08;

    /// <summary>From here on the entry's own words are asked; below, a word that it lacks asks for another thing.</summary>
    private const double VerySure = 0.95;

    /// <summary>A word in more of the passages than this tells little.</summary>
    private const double Rare = 0.15;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var book = books.Current;
        if (book.Items.Count == 0 || question.Kind == QuestionKind.Compare || question.Programmes.Count > 1 || question.Foreign.Count > 0 || Code().IsMatch(question.Text))
        {
            return question;
        }

        // 'and on the mres?' asks again what was asked before; 'what about spring' asks something new that only leans on it.
        var asked = question.Carried.Length > 0 && !QuestionWords.Telling(question.Wanted).Any() ? question.Carried : question.Wanted;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var matches = book.Match(asked, Looked, item => item.Answers && item.Content.Valid.Holds(today) && IsVisible(item.Content.Scope, question));
        var served = matches.Select(m => (Match: m, Reply: FaqReply.Of(book.Find(m.Entry)!, question))) // it was found in this book
            .Where(m => m.Reply is not null).Select(m => (m.Match, Reply: m.Reply!)).ToList();
        if (served.Count == 0 || served[0].Match.Score < book.Near)
        {
            return question.Noting("faq", served.Count == 0 ? "no entry" : $"no entry near; best {served[0].Match}");
        }

        var noted = served.Take(Shown).Aggregate(question, (q, s) => q.Noting("faq", s.Match.ToString()));
        var best = served[0].Match;
        var other = served.Find(s => s.Match.Topic != best.Topic).Match;
        if (best.Score < book.Sure || (other is not null && best.Score - other.Score < Gap))
        {
            return Offering(noted, book, served.ConvertAll(s => s.Match));
        }

        var item = book.Find(best.Entry)!; // it was found in this book
        if (best.Score < VerySure && Beyond(item, asked, question.Corpus.Vocabulary) is { } word)
        {
            return Offering(noted.Noting("faq", $"but '{word}' is not what {best.Entry} is about"), book, served.ConvertAll(s => s.Match));
        }

        if (AnswersForOneProgrammeOnly(question, book, served.FindAll(s => s.Match.Topic == best.Topic && s.Match.Score >= book.Near).ConvertAll(s => s.Match.Entry)))
        {
            return noted.Noting("faq", $"but {best.Entry} speaks of one programme, and the question of none");
        }

        var same = served.Where(s => s.Match.Topic == best.Topic && s.Match.Score >= book.Near).Select(s => s.Reply).ToList();
        return noted.Replying("faq", FaqReply.Together(same, question), $"sure from {book.Sure:0.00}");
    }

    /// <summary>A word of the question that the documents have, or that names something, and that the entry has not: it asks for another thing.</summary>
    private static string? Beyond(FaqItem item, string asked, IVocabulary vocabulary)
    {
        var own = PieceTerms.Of(string.Join('\n', item.Texts.Append(item.Content.Answer).Concat(item.Content.Citations.Select(c => c.Quote))));
        foreach (var token in EnglishAnalyzer.Analyze(asked))
        {
            var word = asked[token.Start..token.End].ToLowerInvariant();
            if (token.IsStopWord || QuestionWords.IsFilling(word) || EverydayWords.Contains(token.Term) || own.Has(token.Term))
            {
                continue;
            }

            var frequency = vocabulary.PassageFrequency(word);
            if (frequency > 0 ? frequency <= Rare * vocabulary.PassageCount : item.Content.Citations.Count > 0 && !EnglishWords.Contains(word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Where no programme is named and the entries that match are one programme's, the others' documents have a say first.</summary>
    private static bool AnswersForOneProgrammeOnly(QuestionSoFar question, FaqBook book, List<string> entries)
    {
        var scopes = entries.Select(e => book.Find(e)!.Content.Scope).Distinct(StringComparer.Ordinal).ToList(); // they were found in this book
        return question.Programmes.Count == 0 && scopes is [{ } only] && question.Scopes.Find(only)?.Kind is ScopeKind.Programme or ScopeKind.Intake
            && question.Scopes.Scopes.Count(s => s.Kind == ScopeKind.Programme) > 1;
    }

    private static QuestionSoFar Offering(QuestionSoFar question, FaqBook book, List<IntentMatch> matches) => question with
    {
        DidYouMean = [.. matches.Where(m => m.Score >= book.Near).Select(m => book.Find(m.Entry)!.Content.Title).Distinct(StringComparer.Ordinal).Take(MostOffered)], // found in this book
    };

    /// <summary>What the programme in question inherits; where none is named, what is general and every programme's.</summary>
    private static bool IsVisible(string? scope, QuestionSoFar question)
    {
        if (question.Programmes is not [var programme])
        {
            return !question.IsGeneral || question.Scopes.Inherits("", scope);
        }

        return question.Scopes.Inherits(programme.Id, scope)
            || (programme.Kind < ScopeKind.Programme && scope is not null && question.Scopes.VisibleFrom(programme.Id).Contains(scope));
    }

    [GeneratedRegex(@"\b[a-z]{2,5}[0-9]{3,}[a-z]?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
