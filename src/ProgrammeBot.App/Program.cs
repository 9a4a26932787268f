using System.CommandLine;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Storage.Indexes;

var sources = new Option<string>("--sources") { DefaultValueFactory = _ => "seeds", Recursive = true };
var index = new Option<string>("--index") { DefaultValueFactory = _ => "index", Recursive = true };
var json = new Option<bool>("--json") { Recursive = true };
var root = new RootCommand("Answers questions about university programmes from a folder of documents.")
{
    sources, index, json, IndexCommand.Create(Open, json, TimeProvider.System),
};
return await root.Parse(args).InvokeAsync();

Indexer Open(ParseResult parsed)
{
    var folder = new SourceFolder(parsed.GetRequiredValue(sources));
    return new Indexer(folder, IndexDirectory.For(parsed.GetRequiredValue(index), folder.FullPath), IndexRecipe.InTree, TimeProvider.System);
}
