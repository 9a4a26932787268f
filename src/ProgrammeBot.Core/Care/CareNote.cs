namespace ProgrammeBot.Care;

/// <summary>What to say to somebody in distress, in the moderators' words: privately, and before anything else.</summary>
/// <param name="Kind">The id of the kind of distress.</param>
/// <param name="Text">To be shown as it stands, only to the asker.</param>
public sealed record CareNote(string Kind, string Text);
