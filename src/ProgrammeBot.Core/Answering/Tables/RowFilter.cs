using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Tables;

/// <summary>A question for rows that meet conditions, held against one table.</summary>
/// <remarks>
/// Every word must be accounted for: as a value, a figure, a word in the rows' names behind 'about' or the like, or as one that merely asks.
/// A question with a word left over asks for something that the table does not tell, and is none of ours.
/// </remarks>
internal sealed partial class RowFilter
{
    /// <summary>A shorter word begins too many others to be their stem.</summary>
    private const int LeastStem = 5;

    private static readonly HashSet<string> Asking = RowQuery.Terms(
        "list show give display name tell count module course class elective option subject unit row code number term semester credit ects cats point worth running run ran offered offering taught "
        + "place available held take taken taking choose pick select contain include there exist title type kind group everything anything per by each split breakdown start autumns choice except excluding exclude besides outside other apart non");

    private readonly IReadOnlyList<AskedWord> _words;
    private readonly bool[] _claimed;
    private readonly List<RowCondition> _conditions = [];
    private bool _contradicts;

    private RowFilter(RowTable table, IReadOnlyList<AskedWord> words)
    {
        Table = table;
        _words = words;
        _claimed = new bool[words.Count];
    }

    public RowTable Table { get; }

    public IReadOnlyList<RowCondition> Conditions => _conditions;

    /// <summary>The column whose values are to be counted apart; -1 for none.</summary>
    public int GroupedBy { get; private set; } = -1;

    /// <summary>The rows that meet the conditions: one of those on the same column that are joined, and none of the negated.</summary>
    public IReadOnlyList<TableRow> Rows => [.. Table.Rows.Where(row => !row.IsTotal && Meets(row))];

    /// <summary>Rows that meet the conditions but for a cell that names a value among others ('Autumn-Summer' for 'Autumn').</summary>
    public IReadOnlyList<TableRow> AlsoPartly => [.. Table.Rows.Where(row => !row.IsTotal && !Meets(row) && MeetsPartly(row))];

    /// <summary>The filter a question sets on a table; null where it asks for no rows, or for what the table does not tell.</summary>
    public static RowFilter? Of(RowTable table, string question)
    {
        if (table.NameColumn < 0 || !AsksForRows(question, table) || Judging().IsMatch(question) || CountsChoices(question) || OneColumn().IsMatch(question) || IsOfAnotherGroup(table, question))
        {
            return null;
        }

        var filter = new RowFilter(table, AskedWord.In(question));
        filter.ClaimCalledOff(question);
        filter.ClaimFigures(question);
        filter.ClaimValues();
        filter.FindGroup(question);
        if (filter._contradicts || !filter.ClaimTopics(question) || (filter._conditions.Count == 0 && filter.GroupedBy < 0)
            || (Defining().IsMatch(question) && filter._conditions.Count == 1))
        {
            return null;
        }

        return filter;
    }

    private bool Meets(TableRow row) => _conditions.Where(c => !c.IsNegated).GroupBy(c => c.Column).All(any => any.Any(c => c.Met(row)))
        && !_conditions.Exists(c => c.IsNegated && (c.Met(row) || IsPartOf(c, row)));

    private bool MeetsPartly(TableRow row) => _conditions.Where(c => !c.IsNegated).GroupBy(c => c.Column).All(any => any.Any(c => c.Met(row) || IsPartOf(c, row)))
        && !_conditions.Exists(c => c.IsNegated && (c.Met(row) || IsPartOf(c, row)));

    private bool IsPartOf(RowCondition condition, TableRow row) =>
        Table.Columns[condition.Column].IsCategory && SeasonSpan.Of(row.Cells[condition.Column]) is { } span && span.Contains(condition.Label);

    private void ClaimCalledOff(string question)
    {
        if (CalledOff().IsMatch(question))
        {
            _conditions.Add(RowCondition.CalledOff(Table.NameColumn));
            for (var i = 0; i < _words.Count; i++)
            {
                _claimed[i] = _words[i].IsNegation || CalledOffWord().IsMatch(_words[i].Text) || Year().IsMatch(_words[i].Text);
            }
        }
    }

    private void ClaimFigures(string question)
    {
        var column = Enumerable.Range(0, Table.Columns.Count).FirstOrDefault(i => Table.Columns[i].IsFigure && CreditColumn().IsMatch(Table.Columns[i].Name), -1);
        if (column < 0)
        {
            return;
        }

        foreach (Match match in FigureOfCredits().Matches(question))
        {
            var at = _words.Select((w, i) => (w, i)).FirstOrDefault(w => w.w.Text == match.Groups["figure"].Value && !_claimed[w.i], (null!, -1)).i;
            if (at < 0)
            {
                continue;
            }

            var comparison = ComparisonOf(match.Groups["comparison"].Value);
            var from = at - AskedWord.In(match.Groups["comparison"].Value).Count;
            for (var i = from; i <= at; i++)
            {
                _claimed[i] = true;
            }

            _conditions.Add(RowCondition.Figure(column, comparison, decimal.Parse(match.Groups["figure"].Value, CultureInfo.InvariantCulture), IsNegatedAt(from, column)));
        }
    }

    private static string ComparisonOf(string words) => words.ToLowerInvariant() switch
    {
        "" => "",
        "more than" or "over" or "above" => "more than",
        "less than" or "fewer than" or "under" or "below" => "less than",
        "at least" or "minimum" => "at least",
        _ => "at most",
    };

    private void ClaimValues()
    {
        var found = new List<(int At, int Length, RowCondition Condition)>();
        for (var c = 0; c < Table.Columns.Count; c++)
        {
            foreach (var (value, terms) in Table.Columns[c].Values)
            {
                for (var at = 0; at + terms.Count <= _words.Count; at++)
                {
                    if (Enumerable.Range(0, terms.Count).All(i => !_claimed[at + i] && MeansValue(_words[at + i], terms[i])))
                    {
                        found.Add((at, terms.Count, RowCondition.Value(c, value, false)));
                    }
                }
            }
        }

        found = [.. found.Where(f => !found.Exists(o => o.Length > f.Length && o.At <= f.At && f.At + f.Length <= o.At + o.Length)).OrderBy(f => f.At)];
        (int End, RowCondition Condition)? last = null;
        foreach (var (at, length, condition) in found)
        {
            var joined = last is { } l && l.Condition.Column == condition.Column && IsJoined(l.End, at);
            var negated = joined && last!.Value.Condition.IsNegated && !SaysBut(last.Value.End, at) ? true : IsNegatedAt(at, condition.Column);
            var earlier = _conditions.Exists(c => c.Column == condition.Column && !c.IsNegated && c.Label != condition.Label);

            // 'which electives are compulsory' is no list of both.
            _contradicts |= earlier && !negated && !joined;
            var itself = condition with { IsNegated = negated };
            if (!_conditions.Exists(c => c.Column == itself.Column && c.Label == itself.Label && c.IsNegated == negated))
            {
                _conditions.Add(itself);
            }

            for (var i = at; i < at + length; i++)
            {
                _claimed[i] = true;
            }

            last = (at + length, itself);
        }
    }

    private bool IsJoined(int from, int until) => Enumerable.Range(from, Math.Max(0, until - from)).All(i => _words[i].IsJoining) && !(until < _words.Count && _words[until].Before.AsSpan().ContainsAny('(', ')', ';'));

    private bool SaysBut(int from, int until) => Enumerable.Range(from, Math.Max(0, until - from)).Any(i => _words[i].Text == "but");

    /// <summary>Whether a negation stands before this word, with nothing of weight between.</summary>
    private bool IsNegatedAt(int at, int column)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4; i--)
        {
            if (_words[i + 1].Before.AsSpan().ContainsAny(';', ')'))
            {
                return false;
            }

            if (_words[i].IsNegation && !_claimed[i])
            {
                return true;
            }

            if (!(_words[i].IsFilling || Asking.Contains(_words[i].Term) || Table.Columns[column].NameTerms.Contains(_words[i].Term)) || _claimed[i] || _words[i].Text is "but" or "and")
            {
                return false;
            }
        }

        return false;
    }

    private void FindGroup(string question)
    {
        if (Grouping().Match(question) is { Success: true } match)
        {
            var term = AskedWord.In(match.Groups["column"].Value)[0].Term;
            GroupedBy = Enumerable.Range(0, Table.Columns.Count).FirstOrDefault(
                i => Table.Columns[i].IsCategory && (Table.Columns[i].NameTerms.Contains(term) || (term is "type" or "kind" && Table.Columns[i].Values.Any(v => v.Value is "Core" or "Elective" or "Compulsory"))),
                -1);
        }
    }

    /// <summary>The words left over must stand in the rows' names, and behind a word such as 'about'; whether none is left.</summary>
    private bool ClaimTopics(string question)
    {
        var left = new List<(AskedWord Word, bool Negated)>();
        for (var i = 0; i < _words.Count; i++)
        {
            var word = _words[i];
            if (!_claimed[i] && !word.IsFilling && !word.IsNegation && !Asking.Contains(word.Term) && !Table.Columns.Any(c => c.NameTerms.Contains(word.Term)) && !Linking().IsMatch(word.Text))
            {
                left.Add((word, IsNegatedAt(i, Table.NameColumn)));
            }
        }

        if (left.Count == 0)
        {
            return true;
        }

        if (Topic().Match(question) is not { Success: true } cue || AskedWord.In(cue.Groups["topic"].Value) is not { Count: > 0 } topic || left.Exists(l => !topic.Any(t => t.Text == l.Word.Text)))
        {
            return false;
        }

        var stems = left.Select(l => (l.Word, Terms: Acronyms.Expand(l.Word.Text) is { Count: > 0 } known ? known : new HashSet<string> { l.Word.Term })).ToList();
        var negated = left[0].Negated || NegatedTopic().IsMatch(question);
        var any = topic.Any(w => w.Text == "or");
        _conditions.Add(new RowCondition(
            Table.NameColumn,
            string.Join(any ? " or " : " ", stems.Select(s => s.Word.Text)),
            row => any ? stems.Exists(s => s.Terms.All(t => HasWord(row, t))) : stems.TrueForAll(s => s.Terms.All(t => HasWord(row, t))),
            negated));
        return true;
    }

    /// <summary>'robot' stands in 'Robotics' as well as in 'Robot Learning'.</summary>
    private static bool HasWord(TableRow row, string term) => row.NameTerms.Any(t => t == term
        || (Math.Min(t.Length, term.Length) >= LeastStem && (t.StartsWith(term, StringComparison.Ordinal) || term.StartsWith(t, StringComparison.Ordinal))));

    /// <summary>A word for a value: itself, or what students call it.</summary>
    private static bool MeansValue(AskedWord word, string term) => word.Term == term || word.Text switch
    {
        "optional" or "options" or "option" => term == ElectiveTerm,
        "mandatory" or "obligatory" => term == CompulsoryTerm || term == "core",
        "fall" => term == "autumn",
        _ => false,
    };

    private static readonly string ElectiveTerm = AskedWord.In("elective")[0].Term;

    private static readonly string CompulsoryTerm = AskedWord.In("compulsory")[0].Term;

    /// <summary>'Group B' is none of a table that neither has it in a cell nor stands in a section that speaks of it.</summary>
    private static bool IsOfAnotherGroup(RowTable table, string question) => Group().Match(question) is { Success: true } match
        && !table.Rows.Any(r => r.Cells.Any(c => c.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase) || c.Contains(match.Value, StringComparison.OrdinalIgnoreCase)))
        && !table.Document.Sections[table.Section].Span.In(table.Document.Text).Contains(match.Value, StringComparison.OrdinalIgnoreCase);

    private static bool CountsChoices(string question) => Counting().IsMatch(question) && Choosing().IsMatch(question);

    private static bool AsksForRows(string question, RowTable table) =>
        (ListCue().IsMatch(question) || !Verb().IsMatch(question)) && (RowNoun().IsMatch(question) || AskedWord.In(question).Any(w => table.Columns[table.NameColumn].NameTerms.Contains(w.Term) && w.Text.EndsWith('s')));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(which|what|list|show|give|all|every|everything|how many|number of|count|any|are there|is there|name|tell me)\b", Options)]
    private static partial Regex ListCue();

    [GeneratedRegex(@"\b(is|are|am|was|were|do|does|did|can|could|will|would|should|has|have|had|may|might|i|we|my)\b", Options)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(modules?|electives?|courses|classes|options|subjects?|units|rows?|everything|anything)\b", Options)]
    private static partial Regex RowNoun();

    [GeneratedRegex(@"\b(should|must|ought|have to(?! do with)|need to|has to(?! do with)|best|why|how do|compensated?|required|before|after|if|difference)\b", Options)]
    private static partial Regex Judging();

    [GeneratedRegex(@"\bhow (many|much)\b|\bnumber of\b", Options)]
    private static partial Regex Counting();

    [GeneratedRegex(@"\b(choose|choosing|chosen|pick|take|taken|select|(do|can|must|should) (i|we|you|students)|need|required)\b", Options)]
    private static partial Regex Choosing();

    /// <summary>A column is asked for, or its figures, not the rows.</summary>
    [GeneratedRegex(@"\b(which|what) (terms?|semesters?|codes?|types?|groups?(?! [a-z0-9]\b))\b|\bhow (many|much) (credits?|ects|cats|points|hours|marks)\b|\bin total\b|\btotal (credits|ects)\b", Options)]
    private static partial Regex OneColumn();

    [GeneratedRegex(@"^\W*what(['’]?s| is| are| does| do)\s+(?!the\b|all\b|my\b|available\b)", Options)]
    private static partial Regex Defining();

    [GeneratedRegex(@"\b(not|n['’]t|no longer|never)( being| be)? (running|run|offered|taught|available|taking place|on offer|going ahead|held)\b|n['’]t( being| be)? (running|run|offered|taught|available|taking place|held)\b|\b(cancelled|canceled|suspended|called off)\b", Options)]
    private static partial Regex CalledOff();

    [GeneratedRegex(@"^(running|run|offered|taught|available|taking|place|going|ahead|held|cancelled|canceled|suspended|called|off|being|longer|never|year|currently|now)$", Options)]
    private static partial Regex CalledOffWord();

    [GeneratedRegex(@"\bgroup ([a-z0-9])\b", Options)]
    private static partial Regex Group();

    [GeneratedRegex(@"^(19|20)?\d\d$", Options)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(credits?|ects|cats)\b", Options)]
    private static partial Regex CreditColumn();

    [GeneratedRegex(@"\b(?:(?<comparison>more than|over|above|less than|fewer than|under|below|at least|minimum|at most|maximum|up to)\s+)?(?<figure>\d{1,3})[\s-]*(?:credits?|ects|cats|points)\b", Options)]
    private static partial Regex FigureOfCredits();

    [GeneratedRegex(@"\b(?:per|by|(?:in|for|of) each|in every|each|every)\s+(?<column>\p{L}+)", Options)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\b(?:about|on|related to|relating to|to do with|involving|involve|concerning|regarding|dealing with|deal with|covering|with|featuring|mention|mentioning)\s+(?<topic>.+)$", Options)]
    private static partial Regex Topic();

    [GeneratedRegex(@"\b(not|nothing|n['’]t|without)\s+(to do with|about|on|related|involving)\b|\bnothing to do with\b", Options)]
    private static partial Regex NegatedTopic();

    [GeneratedRegex(@"^(about|related|relating|involving|involve|concerning|regarding|dealing|deal|covering|featuring|mention|mentioning|title|titles|word|but|both|either|during)$", Options)]
    private static partial Regex Linking();
}
