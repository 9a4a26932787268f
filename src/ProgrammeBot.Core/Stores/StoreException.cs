namespace ProgrammeBot.Stores;

/// <summary>The store cannot be opened, read or written. The message names the file or server and the remedy; the cause is inside.</summary>
public sealed class StoreException(string message, Exception? cause = null) : Exception(message, cause);
