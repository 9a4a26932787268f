namespace ProgrammeBot.App.Web;

/// <summary>Questions that the chat suggests to begin with; each should have an answer.</summary>
public interface IStarterQuestions
{
    IReadOnlyList<string> Questions { get; }
}

/// <summary>The programmes a question can be narrowed to.</summary>
public interface IProgrammeChoices
{
    IReadOnlyList<ProgrammeChoice> Programmes { get; }
}

/// <param name="Id">The scope's id.</param>
/// <param name="Name">What people call it.</param>
public sealed record ProgrammeChoice(string Id, string Name);
