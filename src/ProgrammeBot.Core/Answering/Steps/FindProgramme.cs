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
        var general = named.Any(n => n.Scope?.Kind == ScopeKind.General) || (question.Carried.Length > 0 && names.Find(question.Carried).Any(n => n.Scope?.Kind == ScopeKind.General));
        var wanted = ProgrammeNames.Strike(question.Text, named.Where(IsProgramme));
        var carried = question.Carried.Length == 0 ? "" : ProgrammeNames.Strike(question.Carried, names.Find(question.Carried).Where(IsProgramme));
        return (question with { Programmes = programmes, Foreign = foreign, Wanted = wanted, Carried = carried, IsGeneral = general && programmes.Count == 0, SpeaksOfGeneral = general }).Noting(
            "programme",
            (programmes.Count == 0 ? general ? "none, but what is general" : "none" : $"{string.Join(", ", programmes.Select(p => p.Id))} ({from})")
            + (foreign.Count == 0 ? "" : $"; elsewhere: {string.Join(", ", foreign)}"));
    }

    private static bool IsProgramme(NamedProgramme named) => named.Scope?.Kind is ScopeKind.Programme or ScopeKind.Intake;

    private List<Scope> Programmes(IReadOnlyList<NamedProgramme> named)
    {
        var found = named.Select(n => n.Scope).OfType<Scope>().DistinctBy(s => s.Id).ToList();

        // 'MRes, 2025-26 entry' names one thing, not two; an intake alone says nothing without its programme.
        var intakes = found.Where(s => s.Kind == ScopeKind.Intake).ToList();
        var programmes = found.Where(s => s.Kind == ScopeKind.Programme).ToList();
        return [.. programmes.Select(p => intakes.Find(i => names.ProgrammeOf(i)?.Id == p.Id) ?? p)];
    }
}
