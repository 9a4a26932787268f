using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ProgrammeBot.Tests.Support;

/// <summary>A PostgreSQL server of a test's own in a temporary folder, reached through a socket there and by nothing else.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly string? Programs = Find();
    private readonly bool _durable;
    private readonly string _folder;

    private PostgresCluster(string folder, bool durable) => (_folder, _durable) = (folder, durable);

    /// <summary>Why none can be started here, with the remedy; null where it can.</summary>
    public static string? Missing { get; } =
        Programs is null ? "There is no PostgreSQL server on this machine: install one (apt install postgresql), or name one in PROGRAMMEBOT_TEST_POSTGRES."
        : Environment.UserName == "root" && Run("runuser", "-u", "postgres", "--", "true").ExitCode != 0
            ? "PostgreSQL does not run as root, and there is no user 'postgres' to run it as: run the tests as an ordinary user, or name a server in PROGRAMMEBOT_TEST_POSTGRES."
        : null;

    /// <param name="durable">Whether it waits for the disk as a real one does; else it is faster.</param>
    public static async Task<PostgresCluster> StartAsync(bool durable)
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        // Its own user makes the folder; a socket's path has room for 107 characters.
        var folder = Done(AsServer("mktemp", "-d", "/tmp/programmebot-postgres-XXXXXX")).Trim();
        var cluster = new PostgresCluster(folder, durable);
        try
        {
            Done(AsServer(Path.Combine(Programs!, "initdb"), "-D", $"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));
            // One role must prove who it is; the file is the server's own, so its user writes it.
            Done(AsServer("sh", "-c", $"printf 'local all guarded scram-sha-256\\nlocal all all trust\\n' > {folder}/data/pg_hba.conf"));
            await cluster.StartAgainAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public string Connection(string database = "postgres", string user = "postgres") => $"Host={_folder};Username={user};Database={database}";

    /// <summary>Starts it after it was killed; it recovers by itself.</summary>
    public async Task StartAgainAsync()
    {
        var settings = $"-k {_folder} -c listen_addresses= -c max_connections=60 -c shared_buffers=32MB" + (_durable ? "" : " -c fsync=off -c full_page_writes=off -c autovacuum=off");
        for (var attempt = 1; ; attempt++)
        {
            var (exit, text) = AsServer(Path.Combine(Programs!, "pg_ctl"), "start", "-w", "-t", "60", "-D", $"{_folder}/data", "-l", $"{_folder}/log", "-o", settings);
            if (exit == 0)
            {
                return;
            }

            // Processes of the one before may still be leaving.
            Assert.True(attempt < 20, text);
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Kills it with all its processes, as a power cut would.</summary>
    public void Kill()
    {
        var first = int.Parse(File.ReadLines($"{_folder}/data/postmaster.pid").First(), CultureInfo.InvariantCulture);
        foreach (var id in Children(first).Prepend(first).ToList())
        {
            _ = Run("kill", "-9", id.ToString(CultureInfo.InvariantCulture));
        }
    }

    public ValueTask DisposeAsync()
    {
        AsServer(Path.Combine(Programs!, "pg_ctl"), "stop", "-m", "immediate", "-D", $"{_folder}/data");
        AsServer("rm", "-rf", _folder);
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<int> Children(int parent) =>
        Process.GetProcesses().Select(p => p.Id).Where(id => ParentOf(id) == parent);

    private static int ParentOf(int id)
    {
        try
        {
            // 'pid (name) state parent …'; a name may hold blanks and brackets.
            var line = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static (int ExitCode, string Text) AsServer(string program, params string[] arguments) =>
        Environment.UserName == "root" ? Run("runuser", ["-u", "postgres", "--", program, .. arguments]) : Run(program, arguments);

    private static string Done((int ExitCode, string Text) ran) => ran.ExitCode == 0 ? ran.Text : throw new InvalidOperationException(ran.Text);

    private static (int ExitCode, string Text) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!; // a new process each time
            var text = new StringBuilder();
            process.ErrorDataReceived += (_, e) => text.AppendLine(e.Data);
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + text);
        }
        catch (Win32Exception e)
        {
            return (127, e.Message);
        }
    }

    private static string? Find()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && !RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
        {
            return null;
        }

        // Debian keeps each version in a folder of its own, none of them on the PATH.
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => d, StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")) : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }
}
