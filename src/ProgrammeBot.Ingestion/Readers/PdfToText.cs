using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>How a conversion ended.</summary>
/// <param name="Text">The text with a form feed behind each page; null where there is none.</param>
/// <param name="Message">The first line of what the converter complained of.</param>
/// <param name="TimedOut">Whether the time limit ended it.</param>
/// <param name="TooLong">Whether the size limit ended it.</param>
/// <param name="NotStarted">Whether the converter is not there, or is no program.</param>
internal sealed record PdfRun(string? Text, string Message = "", bool TimedOut = false, bool TooLong = false, bool NotStarted = false);

/// <summary>Runs the converter as a process of its own: within a time limit, and ended when the reading is.</summary>
internal static class PdfToText
{
    public static string? OnPath()
    {
        var name = OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    public static PdfRun Run(string program, string path, IngestionOptions options, CancellationToken cancellationToken)
    {
        // The full path begins with the root, so no file name can be taken for an option; no shell sees it.
        var start = new ProcessStartInfo(program, ["-layout", "-enc", "UTF-8", "-eol", "unix", Path.GetFullPath(path), "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new PdfRun(null, NotStarted: true);
        }

        process.StandardInput.Close();
        var complaint = "";
        process.ErrorDataReceived += (_, line) => complaint = complaint.Length == 0 && line.Data is { Length: > 0 } data ? data : complaint;
        process.BeginErrorReadLine();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.PdfTimeLimit);
        using var ending = limit.Token.Register(() => End(process));
        var (text, tooLong) = ReadAll(process.StandardOutput, options.MaxTextBytes);
        if (tooLong)
        {
            End(process);
        }

        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        return limit.IsCancellationRequested ? new PdfRun(null, TimedOut: true)
            : tooLong ? new PdfRun(null, TooLong: true)
            : process.ExitCode != 0 ? new PdfRun(null, complaint)
            : new PdfRun(text);
    }

    private static (string Text, bool TooLong) ReadAll(StreamReader output, long limit)
    {
        var text = new StringBuilder();
        var buffer = new char[16 << 10];
        int read;
        while ((read = output.Read(buffer, 0, buffer.Length)) > 0)
        {
            text.Append(buffer, 0, read);
            if (text.Length > limit)
            {
                return ("", true);
            }
        }

        return (text.ToString(), false);
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself, which is what was wanted.
        }
    }
}
