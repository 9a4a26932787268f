namespace ProgrammeBot.Channels.Wording;

/// <summary>A text that somebody wrote in the stead of one of ours, and where they wrote it.</summary>
/// <param name="Language">'en', 'de', or one of their own.</param>
/// <param name="Part">The kind of wording: 'shared', 'discord'.</param>
/// <param name="Key">Names the text: 'thanks-helpful'.</param>
/// <param name="Text">What is to be said.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
public sealed record WordingEdit(string Language, string Part, string Key, string Text, int Line, int Column);

/// <summary>Why an edit was not taken.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Reason">What is wrong with it, as a sentence without its full stop.</param>
/// <param name="Remedy">What to do, as a sentence without its full stop.</param>
public sealed record WordingFault(WordingEdit Edit, string Reason, string Remedy);
