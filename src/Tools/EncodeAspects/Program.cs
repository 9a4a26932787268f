using ProgrammeBot.Answering.Understanding.Aspects;
using ProgrammeBot.Semantics.UseLite;

// Writes aspects.vectors for the aspects.txt that is built into the Core: run it after every change of that text, and build again.
if (args is not [var path])
{
    Console.Error.WriteLine("Usage: EncodeAspects src/ProgrammeBot.Core/Answering/Understanding/Aspects/aspects.vectors");
    return 2;
}

using (var file = File.Create(path))
{
    AspectBook.Encode(UseLiteEncoder.BuiltIn, file);
}

Console.Error.WriteLine($"{path}: {AspectBook.BuiltIn.Aspects.Sum(a => a.Asks.Count)} phrasings of {AspectBook.BuiltIn.Aspects.Count} aspects");
return 0;
