using ProgrammeBot.Passages;

namespace ProgrammeBot.Searching;

/// <summary>A passage and how well it matched.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">More than 0; comparable only with scores of the same query and snapshot.</param>
public sealed record Hit(Passage Passage, double Score);
