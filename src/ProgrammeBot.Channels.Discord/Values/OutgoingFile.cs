namespace ProgrammeBot.Channels.Discord.Values;

/// <summary>A file that goes with a message.</summary>
/// <param name="Name">With its ending; ASCII letters, digits, '-', '_' and '.', or people see it changed.</param>
/// <param name="Content">Discord takes 10 MiB.</param>
public sealed record OutgoingFile(string Name, ReadOnlyMemory<byte> Content);
