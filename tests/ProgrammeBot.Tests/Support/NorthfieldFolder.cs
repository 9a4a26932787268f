namespace ProgrammeBot.Tests.Support;

/// <summary>A folder as an operator has it: <c>seeds/</c> with the papers of an invented university and its programmes. A fixture, or a test's own.</summary>
public sealed class NorthfieldFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NorthfieldFolder()
    {
        Write("seeds/programmes.yaml", """
            scopes:
              - id: general
                kind: general
                name: Northfield University
              - id: msc-robotics
                kind: programme
                parent: general
                name: MSc Robotics
                aliases: [robotics masters]
                awards: [MSc]
                documents: [robotics]
              - id: mres-optics
                kind: programme
                parent: general
                name: MRes Optics
                awards: [MRes]
                documents: [optics]
            """);
        Write("seeds/robotics.md", """
            ---
            title: "MSc Robotics: specification"
            standing: official
            as_of: 2025-01
            ---
            # Overview

            The MSc Robotics lasts one year and is studied full-time. Professor Ada Winter leads the programme.

            # Admission

            The English requirement is IELTS 7.0 overall.

            # Modules

            | Code | Module | Type | Term | Credits |
            |---|---|---|---|---|
            | ROB1001 | Kinematics | Core | Autumn | 10 |
            | ROB1002 | Robot Perception | Core | Spring | 10 |
            | ROB1003 | Soft Grippers | Elective | Spring | 5 |

            # Assessment

            Examinations carry 40% of the marks. The pass mark is 50%.

            # Is there a field trip?

            No. The field trip ended in 2019.
            """);
        Write("seeds/optics.md", """
            ---
            title: "MRes Optics: handbook"
            standing: digest
            digest_of: the handbook
            cohort: 2025-26 entry
            ---
            # Overview

            The MRes Optics lasts 18 months.

            # Admission

            The English requirement is IELTS 6.5 overall.

            # Assessment

            Examinations carry 10% of the marks. The laboratory book is due on 4 September.
            """);
    }

    public string FullPath => _folder.FullPath;

    public string this[string relative] => _folder[relative];

    public string Write(string relative, string text) => _folder.Write(relative, text);

    public string Read(string relative) => File.ReadAllText(_folder[relative]);

    public void Dispose() => _folder.Dispose();

    internal Task<Ran> RunAsync(params string[] arguments) => TheProgram.RunAsync(FullPath, arguments);

    /// <summary>Runs it with this on its standard input.</summary>
    internal Task<Ran> TypeAsync(string input, params string[] arguments) => TheProgram.RunAsync(FullPath, arguments, input);
}
