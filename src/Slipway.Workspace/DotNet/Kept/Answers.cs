using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using Slipway.Model;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>What the machine answers now to the questions that evaluations asked.</summary>
/// <param name="repository">A digest over every file of the repository; asked for only where an observation needs it.</param>
/// <param name="ignored">What git ignores.</param>
/// <param name="time">Tells the day.</param>
internal sealed class Answers(Lazy<string> repository, Lazy<IgnoredFiles> ignored, TimeProvider time)
{
    public const string Yes = "+";
    public const string No = "-";

    // What cannot be told now is never as it was.
    private const string Unknown = "?";

    // By MSBuild's rule that case does not matter. Only digests are kept: a value may be a secret.
    private readonly FrozenDictionary<string, string> _variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .GroupBy(variable => (string)variable.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(
            group => group.Key,
            group => Digest.Of(string.Join('\0', group.Select(variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal))).Hex,
            StringComparer.OrdinalIgnoreCase);

    /// <summary>Files below a folder that git does not list, absolute.</summary>
    public IReadOnlyCollection<string> Ignored(string folder) => ignored.Value.In(folder);

    public bool Hold(Observation observation) =>
        observation.Answer != Unknown && Of(observation.Kind, observation.Subject) == observation.Answer;

    public Observation Observe(ObservationKind kind, string subject) => new(kind, subject, Of(kind, subject));

    /// <summary>The answer to a listing: the names alone, in whatever order they come.</summary>
    public static string Listing(IEnumerable<string> paths) =>
        Digest.Of(string.Join('\0', paths.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))).Hex;

    public static string Told(bool yes) => yes ? Yes : No;

    private string Of(ObservationKind kind, string subject)
    {
        try
        {
            return kind switch
            {
                ObservationKind.Content => Content(subject),
                ObservationKind.File => Told(File.Exists(subject)),
                ObservationKind.Folder => Told(Directory.Exists(subject)),
                ObservationKind.FileOrFolder => Told(Path.Exists(subject)),
                ObservationKind.Files => Listed(subject, Directory.EnumerateFiles),
                ObservationKind.Folders => Listed(subject, Directory.EnumerateDirectories),
                ObservationKind.Extensions => Extensions(Part(subject, 0), Part(subject, 1)),
                ObservationKind.Variable => _variables.GetValueOrDefault(subject, No),
                ObservationKind.Repository => repository.Value,
                ObservationKind.Day => string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-dd} {time.GetLocalNow():yyyy-MM-dd}"),
                ObservationKind.Ignored => Ignored(subject) is { Count: > 0 } found ? Digest.Of(string.Join('\0', found)).Hex : No,
                _ => Unknown,
            };
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return No;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Unknown;
        }
    }

    // Most of what is asked for is not there; an exception would cost more than all the rest.
    private static string Content(string file) => File.Exists(file) ? Digest.Of(File.ReadAllBytes(file)).Hex : No;

    private static string Listed(string subject, Func<string, string, IEnumerable<string>> list) =>
        Directory.Exists(Part(subject, 0)) ? Listing(list(Part(subject, 0), Part(subject, 1))) : No;

    private static string Part(string subject, int index) => subject.Split('\0')[index];

    // Before the first restore there is no such folder; that it appears says nothing by itself.
    private static string Extensions(string folder, string project) => !Directory.Exists(folder) ? No
        : Directory.EnumerateFiles(folder, project + ".*").Where(IsExtension).ToList() is { Count: > 0 } found ? Listing(found) : No;

    private static bool IsExtension(string path) =>
        Path.GetExtension(path) is ".props" or ".targets" && !ProjectFolders.IsRestored(path);
}
