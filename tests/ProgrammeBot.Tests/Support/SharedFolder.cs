namespace ProgrammeBot.Tests.Support;

/// <summary>What lies beside the repository for measuring: the original sources and the gold questions. Never a part of it.</summary>
internal static class SharedFolder
{
    /// <summary>A path within; the test is skipped where the folder is not there.</summary>
    public static string Path(params string[] parts)
    {
        if (Find(parts) is { } path)
        {
            return path;
        }

        Assert.Skip("The folder 'shared' with the original sources is not beside the repository.");
        return "";
    }

    /// <summary>A path within; null where the folder is not there.</summary>
    public static string? Find(params string[] parts)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var shared = System.IO.Path.Combine(at.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(shared, "sources")))
            {
                return System.IO.Path.Combine([shared, .. parts]);
            }
        }

        return null;
    }
}
