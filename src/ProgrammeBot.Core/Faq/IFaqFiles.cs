using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>Reads and writes files that hold entries, for surfaces that know no file formats.</summary>
/// <remarks>Many may call at once. What is wrong in a file is said, and never thrown.</remarks>
public interface IFaqFiles
{
    /// <summary>The entries of a file that somebody brought.</summary>
    /// <param name="name">Its name; the ending tells the format. Never a path.</param>
    /// <param name="content">Its bytes, which may be anything.</param>
    FaqFileRead Read(string name, ReadOnlyMemory<byte> content);

    /// <summary>The entries as a file.</summary>
    /// <param name="entries">Which.</param>
    /// <param name="format">The ending of one of the formats: 'yaml', 'csv', or 'tsv' for the table of Azure custom question answering.</param>
    /// <exception cref="ArgumentException">It is no format.</exception>
    byte[] Write(IReadOnlyList<FaqEntry> entries, string format);
}

/// <summary>What a file holds.</summary>
/// <param name="Entries">Each id once; empty when there are faults.</param>
/// <param name="Faults">Every fault with its line and the remedy; with one, nothing is taken.</param>
/// <param name="Warnings">What was left out without harm.</param>
public sealed record FaqFileRead(IReadOnlyList<FaqImportedEntry> Entries, IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings);
