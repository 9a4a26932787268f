namespace ProgrammeBot.App.Commands;

/// <summary>A command cannot go on; the message names the file, line, field or setting and the remedy, and is shown as it is.</summary>
public sealed class CommandException : Exception
{
    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public CommandException()
    {
    }

    /// <summary>What the process exits with.</summary>
    public int ExitCode { get; init; } = Commands.ExitCode.Failed;
}
