namespace ProgrammeBot.Channels.Teams.Package;

/// <summary>Names of the message extension, as invokes carry them.</summary>
public static class AppExtension
{
    /// <summary>The search in the compose box: answers and FAQ entries, put into the message as a card.</summary>
    public const string Search = "search";

    /// <summary>The one parameter of <see cref="Search"/>.</summary>
    public const string Question = "question";

    /// <summary>The action on somebody's message: answers it.</summary>
    public const string AnswerThis = "answerThis";
}
