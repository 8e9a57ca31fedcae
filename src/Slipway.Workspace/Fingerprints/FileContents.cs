using System.Text.Json;
using Slipway.Machine.Git;

namespace Slipway.Workspace.Fingerprints;

/// <summary>The texts of the few files of which units read a part only: as they lie there, or out of a commit.</summary>
internal sealed class FileContents(string root)
{
    private readonly Dictionary<string, string> _committed = new(StringComparer.Ordinal);

    /// <summary>The contents at a commit, of the files whose content today is another.</summary>
    public static async Task<FileContents> AtAsync(
        string root, GitRepository git, IEnumerable<InputFile> then, IReadOnlyDictionary<string, InputFile> today, CancellationToken cancel)
    {
        var contents = new FileContents(root);
        foreach (var file in then.Where(file => Projections.Hold(file.Path)))
        {
            if (today.TryGetValue(file.Path, out var now) && now.ContentId == file.ContentId) continue;
            contents._committed[file.ContentId] = await git.ReadBlobAsync(file.ContentId, cancel);
        }
        return contents;
    }

    public string Of(InputFile file) => _committed.TryGetValue(file.ContentId, out var text) ? text : File.ReadAllText(Path.Combine(root, file.Path));

    /// <summary>What a reader makes of a file, or null where it can make nothing of it: then the file counts whole.</summary>
    public T? Read<T>(InputFile file, Func<string, T?> read)
        where T : class
    {
        try
        {
            return read(Of(file));
        }
        catch (Exception failure) when (failure is System.Xml.XmlException or JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
