using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Finds the programme meant: by name, else from the turns before, else from the place; and takes the names out of what is searched for.</summary>
internal sealed class FindProgramme(ProgrammeNames names) : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var named = names.Find(question.Text);
        var programmes = Programmes(named);
        var from = "named";
        for (var turn = question.Asked.EarlierTurns.Count - 1; programmes.Count == 0 && turn >= 0; turn--)
        {
            programmes = Programmes(names.Find(question.Asked.EarlierTurns[turn]));
            from = "named earlier";
        }

        if (programmes.Count == 0 && question.Asked.Scope is { } set && question.Scopes.Find(set) is { } scope)
        {
            programmes = [scope];
            from = "set for the place";
        }

        var foreign = named.Where(n => n.Scope is null).Select(n => n.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var wanted = ProgrammeNames.Strike(question.Text, named.Where(n => n.Scope is not null));
        var carried = question.Carried.Length == 0 ? "" : ProgrammeNames.Strike(question.Carried, names.Find(question.Carried).Where(n => n.Scope is not null));
        return (question with { Programmes = programmes, Foreign = foreign, Wanted = wanted, Carried = carried }).Noting(
            "programme",
            (programmes.Count == 0 ? "none" : $"{string.Join(", ", programmes.Select(p => p.Id))} ({from})")
            + (foreign.Count == 0 ? "" : $"; elsewhere: {string.Join(", ", foreign)}"));
    }

    private List<Scope> Programmes(IReadOnlyList<NamedProgramme> named)
    {
        var found = named.Select(n => n.Scope).OfType<Scope>().DistinctBy(s => s.Id).ToList();

        // 'MRes, 2025-26 entry' names one thing, not two; an intake alone says nothing without its programme.
        var intakes = found.Where(s => s.Kind == ScopeKind.Intake).ToList();
        var programmes = found.Where(s => s.Kind == ScopeKind.Programme).ToList();
        return [.. programmes.Select(p => intakes.Find(i => names.ProgrammeOf(i)?.Id == p.Id) ?? p)];
    }
}
