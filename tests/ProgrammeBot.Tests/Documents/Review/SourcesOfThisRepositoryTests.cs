using ProgrammeBot.Documents;
using ProgrammeBot.Documents.Review;
using ProgrammeBot.Ingestion;

namespace ProgrammeBot.Tests.Documents.Review;

/// <summary>What is known to be amiss in the three documents is found, and nothing else is.</summary>
public sealed class SourcesOfThisRepositoryTests
{
    private const string Names =
        "Digital Image Processing and Computer Vision and Pattern Recognition; Self-Organising Multi-Agent Systems; Speech Processing; "
        + "Adaptive Signal Processing and Machine Intelligence; Probability and Stochastic Processes; Topics in Large Dimensional Data Processing; "
        + "Machine Reasoning with Optimisation; Applied Advanced Optimisation; Distributed Optimisation and Learning; "
        + "Advanced Deep Learning Systems; Neuroscience for Machine Learners";

    [Fact]
    public void The_seeds_disagree_on_two_dates_and_name_too_few_electives() => Assert.Equal(
        $"""
        msc-aml-guide disagrees with itself on the start of 'Individual Research Project': 'Autumn–Summer' and 'January'.
          msc-aml-guide, Core Modules in Machine Learning and Deep Learning […]: "Individual Research Project | Core | Autumn–Summer | 40"
          msc-aml-guide, Applied Machine Learning Curriculum Structure […]: "Students start on the Individual Research Project part-time in January, and it is full-time from May to September."
        msc-aml-guide disagrees with itself on the end of the full-time project (from May): 'early September' and 'September'.
          msc-aml-guide, The Research Project — 40 ECTS of Applied Research […]: "From May to early September the project is full-time."
          msc-aml-guide, How large is the research project component? […]: "The project is part-time from January to May, in parallel with taught modules, and full-time from May to September."
        msc-aml-guide announces '15 modules', but the section names 12 (14 at most, if every 'and' or 'with' parts two titles): {Names}.
          msc-aml-guide, Elective Modules and Specialisation Paths […]: "The elective portfolio holds 15 modules, and students choose 5 of them (25 ECTS)."
          msc-aml-guide, Elective Modules and Specialisation Paths […]: "Digital Image Processing and Computer Vision and Pattern Recognition" (and 10 more)
        """,
        ReviewText.WithoutOffsets(SourceReview.Of(Read("seeds"))));

    [Fact]
    [Trait("Needs", "shared")]
    public void The_originals_have_the_same_faults_as_their_digests()
    {
        var originals = SourceReview.Of(Read(Path.Combine("shared", "sources")));

        Assert.Equal(Sentences(SourceReview.Of(Read("seeds"))), Sentences(originals));
    }

    [Fact]
    [Trait("Needs", "shared")]
    public void Documents_of_the_two_programmes_do_not_disagree_even_when_they_are_taken_for_one() =>
        Assert.DoesNotContain(SourceReview.Of(Read(Path.Combine("shared", "sources")), _ => "one"), f => f.Kind == ReviewKind.DisagreementBetweenDocuments);

    private static IEnumerable<string> Sentences(IEnumerable<ReviewFinding> findings) => findings.Select(f => f.Sentence);

    private static List<SourceDocument> Read(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var full = Path.Combine(at.FullName, path);
            if (Directory.Exists(full))
            {
                var folder = new SourceFolder(full);
                return [.. folder.Scan().Files.SelectMany(f => folder.Read(f, TestContext.Current.CancellationToken).Documents)];
            }
        }

        Assert.Skip($"The folder '{path}' with the documents is not beside the repository.");
        return [];
    }
}
