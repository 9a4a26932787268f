namespace ProgrammeBot.Searching.Analysis;

/// <summary>A word of a text in the form it is indexed in.</summary>
/// <param name="Term">Folded and stemmed; a stop word is folded only.</param>
/// <param name="Start">Where the word begins in the text, in UTF-16 code units.</param>
/// <param name="End">Behind its last code unit; a possessive's ending is not counted in.</param>
/// <param name="Position">The number of words before it. The whole of a compound stands at the position of its first part.</param>
/// <param name="IsStopWord">A word that says little by itself. It is indexed all the same.</param>
public readonly record struct Token(string Term, int Start, int End, int Position, bool IsStopWord);
