namespace ProgrammeBot.Tests.Support;

/// <summary>What a run of the program left; line ends are LF.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    /// <summary>Its data, after a run that did what it should and complained of nothing.</summary>
    public string Clean
    {
        get
        {
            Assert.Equal((0, ""), (ExitCode, Error));
            return Output;
        }
    }
}
