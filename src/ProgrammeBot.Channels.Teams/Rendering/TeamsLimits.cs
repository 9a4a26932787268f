namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>How much is shown in Teams, counted in UTF-16 code units.</summary>
/// <remarks>Where Microsoft's documents have said several numbers, the least of them.</remarks>
public static class TeamsLimits
{
    /// <summary>A whole activity as JSON: Teams takes 100 KB of UTF-16, and took 40 before.</summary>
    public const int Activity = 40_000;

    /// <summary>What an activity that was refused as too large is made of instead.</summary>
    public const int SmallerActivity = 16_000;

    /// <summary>Citations of a message; the Playground refuses more.</summary>
    public const int Claims = 10;

    public const int ClaimName = 80;
    public const int ClaimAbstract = 160;
    public const int LinkUrl = 512;

    /// <summary>Buttons of a row or a card; what is beyond is hidden behind a menu.</summary>
    public const int Buttons = 6;

    public const int ButtonTitle = 80;

    /// <summary>Choices offered as buttons, and in a list.</summary>
    public const int Choices = 24;
    public const int ListChoices = 100;

    public const int ChoiceText = 100;

    /// <summary>What one field of a form takes.</summary>
    public const int InputText = 8000;

    public const int SuggestedActions = 3;
    public const int DialogTitle = 64;
    public const int Summary = 200;

    /// <summary>What is read of what a button or a form sends back.</summary>
    public const int DataFields = 40;
    public const int DataText = 40_000;
    public const int DataSubject = 200;
    public const int DataLabel = 2000;
}
