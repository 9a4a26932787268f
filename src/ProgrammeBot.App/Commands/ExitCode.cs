namespace ProgrammeBot.App.Commands;

/// <summary>What a command tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
}
