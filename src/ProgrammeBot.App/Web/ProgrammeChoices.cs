using ProgrammeBot.Scopes;

namespace ProgrammeBot.App.Web;

/// <summary>The programmes of the catalogue.</summary>
internal sealed class ProgrammeChoices(ScopeCatalog scopes) : IProgrammeChoices
{
    public IReadOnlyList<ProgrammeChoice> Programmes { get; } =
        [.. scopes.Scopes.Where(s => s.Kind == ScopeKind.Programme).Select(s => new ProgrammeChoice(s.Id, s.Name))];
}
