namespace ProgrammeBot.Ingestion.Yaml;

/// <summary>A piece of a YAML text with the place where it stands.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}

internal sealed record YamlValue(string Text, int Line, int Column) : YamlNode(Line, Column)
{
    public override string Kind => "a single value";
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column)
{
    public override string Kind => "a list";
}

internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    public override string Kind => "a group of keys";
}

/// <summary>A key of a map and what it stands for.</summary>
internal sealed record YamlEntry(YamlValue Key, YamlNode Value);

/// <summary>The text is not the YAML we read.</summary>
internal sealed class YamlFault(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
