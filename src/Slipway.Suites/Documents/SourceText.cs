using System.Text;

namespace Slipway.Suites.Documents;

/// <summary>A file of a suite: where it lies, and what messages call it.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Shown">Relative to the platform's root, with forward slashes.</param>
internal sealed record SourceText(string Path, string Shown)
{
    private const int Limit = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null with the reason added to the problems.</summary>
    public string? Read(ProblemList problems)
    {
        try
        {
            if (new FileInfo(Path).Length > Limit)
            {
                problems.Add(Codes.Unreadable, Shown, null, $"The file is larger than {Limit / 1024 / 1024} MB.", "Divide it into several suites.");
                return null;
            }
            return Strict.GetString(File.ReadAllBytes(Path)).TrimStart('\ufeff');
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(Codes.Unreadable, Shown, null, "The file does not exist.", Neighbours());
        }
        catch (DecoderFallbackException)
        {
            problems.Add(Codes.Unreadable, Shown, null, "The file is not UTF-8.", "Save it as UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(Codes.Unreadable, Shown, null, $"The file cannot be read: {exception.Message}");
        }
        return null;
    }

    private string? Neighbours()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (!Directory.Exists(folder)) return "Its folder does not exist either.";
        var names = Directory.EnumerateFiles(folder).Select(file => System.IO.Path.GetFileName(file));
        return Model.Problems.Spelling.Nearest(System.IO.Path.GetFileName(Path), names) is { } nearest ? $"Did you mean '{nearest}'?" : null;
    }
}
