namespace ProgrammeBot.Answering.Understanding;

/// <summary>What a document calls the thing a question word asks for: searched for when the question has hardly a word of its own.</summary>
internal static class KindWords
{
    public static string For(QuestionKind kind) => kind switch
    {
        QuestionKind.HowLong => "length duration one-year months full-time part-time",
        QuestionKind.When => "start date term entry",
        QuestionKind.Who => "lead director professor",
        QuestionKind.Where => "campus location department",
        QuestionKind.HowMuchMoney => "fees cost salary",
        _ => "",
    };
}
