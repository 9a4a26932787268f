using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Answers at once when the question surely asks for a FAQ entry; notes what comes near, for a refusal to offer.</summary>
/// <remarks>
/// An entry answers within its scope only. Codes and comparisons are left to the look-up of rows and to the steps that compare.
/// An entry whose words are no longer in the documents is passed over: an answer that nobody can check is none.
/// </remarks>
internal sealed class MatchFaq(IFaqBooks books, TimeProvider time) : IAnsweringStep
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

    /// <summary>Beyond this share of the question the documents are asked first, and the entry answers only if they do not.</summary>
    private const double MostUncovered = 0.3;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var book = books.Current;
        if (book.Items.Count == 0 || question.Kind == QuestionKind.Compare || question.Programmes.Count > 1 || question.Foreign.Count > 0 || CodeWords.HasCode(question.Text))
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

        var same = served.Where(s => s.Match.Topic == best.Topic && s.Match.Score >= book.Near).Select(s => s.Reply).ToList();
        if (same.TrueForAll(r => !r.Holds(question.Holding)) || Elsewhere(same, question) || IsGeneralOnly(same, question))
        {
            return Offering(noted, book, served.ConvertAll(s => s.Match));
        }

        var reply = FollowUps.Under(FaqReply.Together(same, question), book, question, today);
        return best.Score < VerySure && Beyond(book.Find(best.Entry)!, asked, question.Corpus.Vocabulary) is { } word ? (noted with { Held = reply }).Noting("faq", $"held back: '{word}' is another thing")
            : Uncovered(same, question) is > MostUncovered and var share ? (noted with { Held = reply }).Noting("faq", FormattableString.Invariant($"held back: {share:0%} of the question is another thing"))
            : Counts(same, question) ? (noted with { Held = reply }).Noting("faq", "held back: it says how many, and which is asked")
            : OfOneOfSeveral(same, question) ? (noted with { Held = reply }).Noting("faq", "held back: of one programme, and none is named")
            : noted.Replying("faq", reply, FormattableString.Invariant($"sure from {book.Sure:0.00}"));
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

    /// <summary>The share of the question's weight that the entries say nothing of: a question on another thing about the same topic.</summary>
    private static double Uncovered(List<FaqReply> same, QuestionSoFar question)
    {
        // Words that we added are no words of the asker's.
        var terms = question.Added.Length > 0 ? [] : question.Terms.Where(t => !t.Carried).ToList();
        var total = terms.Sum(t => t.Weight);
        return total <= 0 ? 0 : terms.Where(t => !same.Exists(r => r.Terms.Contains(t.Term))).Sum(t => t.Weight) / total;
    }

    /// <summary>How many there are is no list of them.</summary>
    private static bool Counts(List<FaqReply> same, QuestionSoFar question) =>
        GatherList.IsAskedFor(question) && same.TrueForAll(r => QuestionKinds.Of(r.Item.Content.Title) == QuestionKind.HowMany);

    /// <summary>A telling word that neither entries nor documents have is what is asked about: another city, another thing.</summary>
    private static bool Elsewhere(List<FaqReply> same, QuestionSoFar question) => same.Exists(r => r.Citations.Count > 0)
        && question.Terms.Any(t => t is { Known: false, IsTelling: true, Carried: false } && !same.Exists(r => r.Terms.Contains(t.Term)));

    /// <summary>How long a career takes to begin is not how long the programme takes that was named.</summary>
    private static bool IsGeneralOnly(List<FaqReply> same, QuestionSoFar question) =>
        question is { Programmes.Count: > 0, SpeaksOfGeneral: false }
        && same.TrueForAll(r => r.Citations.Count > 0 && question.Scopes.IsGeneral(r.Item.Content.Scope));

    /// <summary>The documents may say as much of the other programmes.</summary>
    private static bool OfOneOfSeveral(List<FaqReply> same, QuestionSoFar question) =>
        question.Programmes.Count == 0
        && same.TrueForAll(r => r.Item.Content.Scope is { } id && question.Scopes.Find(id)?.Kind >= ScopeKind.Programme)
        && same.DistinctBy(r => r.Item.Content.Scope).Count() == 1
        && question.Scopes.Scopes.Count(s => s.Kind == ScopeKind.Programme) > 1;

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
}
