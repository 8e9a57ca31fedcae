using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Machine.Yaml;
using Slipway.Model;
using Slipway.Model.Environments;
using Slipway.Model.Problems;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads <c>environments/*.yaml</c>, in the environments' own order; the keys are those of <c>Schemas/environment.schema.json</c>.</summary>
internal static class EnvironmentFileReader
{
    private const string Folder = "environments";
    private static readonly string[] Names = [.. Enum.GetNames<EnvironmentName>().Select(name => name.ToLowerInvariant())];

    public static ImmutableArray<EnvironmentFile> ReadAll(string root, YamlProblems problems)
    {
        if (!FileKind.IsThere(Path.Join(root, Folder))) return [];
        if (FileFault.OfLink(root, Folder) is { } astray) problems.Add(astray);
        else if (!Directory.Exists(Path.Join(root, Folder))) problems.Add(NoFolder);
        if (!Directory.Exists(Path.Join(root, Folder))) return [];
        var found = Directory.EnumerateFileSystemEntries(Path.Join(root, Folder))
            .Select(file => Path.GetFileName(file)).Where(name => Path.GetExtension(name).ToLowerInvariant() is ".yaml" or ".yml")
            .ToHashSet(StringComparer.Ordinal);
        foreach (var other in found.Where(name => !Names.Contains(name.Replace(".yaml", "", StringComparison.Ordinal))).Order(StringComparer.Ordinal))
            problems.Add(Unknown(other));
        return
        [
            .. Enum.GetValues<EnvironmentName>()
                .Where(name => found.Contains(FileOf(name)))
                .Select(name => Read(root, name, problems))
                .OfType<EnvironmentFile>(),
        ];
    }

    private static EnvironmentFile? Read(string root, EnvironmentName name, YamlProblems problems)
    {
        var path = $"{Folder}/{FileOf(name)}";
        if (FileFault.Of(root, path) is not { } fault) return YamlDocumentReader.ReadFile(root, path, problems) is { } map ? Read(map, name) : null;
        problems.Add(fault);
        return null;
    }

    internal static EnvironmentFile Read(YamlMap map, EnvironmentName name)
    {
        var file = new EnvironmentFile
        {
            Name = name,
            Description = map.Text("description"),
            Urls = Entries(map, "urls", Url),
            Settings = Entries(map, "settings", Settings),
        };
        map.RejectUnknownKeys();
        return file;
    }

    private static ImmutableArray<T> Entries<T>(YamlMap map, string key, Func<YamlEntry, T?> read)
        where T : struct => map.Map(key) is { } entries ? [.. entries.Entries.Select(read).OfType<T>()] : [];

    private static (PlacedName, string)? Url(YamlEntry entry)
    {
        if (entry.Value is not YamlScalar scalar)
        {
            entry.Value.Report(
                YamlCodes.WrongType,
                $"The address of '{entry.Key.Text}' must be a text, but is {entry.Value.Kind}.",
                "write an address such as https://example.com");
            return null;
        }
        if (scalar.AsString($"The address of '{entry.Key.Text}'") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0)
            return (new(entry.Key.Text, entry.Key.Place), text);
        scalar.Report(
            YamlCodes.NotAllowed,
            $"'{text}' is not an absolute http or https address without a user.",
            "write an address such as https://example.com");
        return null;
    }

    private static (PlacedName, ImmutableSortedDictionary<string, SettingValue>)? Settings(YamlEntry entry)
    {
        if (entry.Value is YamlMap map)
            return (new(entry.Key.Text, entry.Key.Place), SettingReader.Read(map));
        entry.Value.Report(
            YamlCodes.WrongType,
            $"The settings of '{entry.Key.Text}' must be a map, but are {entry.Value.Kind}.",
            "write keys and values below the unit's name");
        return null;
    }

    private static string FileOf(EnvironmentName name) => Names[(int)name] + ".yaml";

    private static Problem NoFolder => new()
    {
        Code = Codes.UnknownEnvironment,
        Message = $"'{Folder}' is a file; the environments lie in a folder of that name.",
        Mend = $"make it a folder with {string.Join(", ", Names.Select(name => name + ".yaml"))}, or remove it",
        File = Folder,
    };

    private static Problem Unknown(string file)
    {
        var nearest = Spelling.Nearest(Path.GetFileNameWithoutExtension(file), Names);
        return new()
        {
            Code = Codes.UnknownEnvironment,
            Message = $"'{file}' is not the file of an environment; there are {string.Join(", ", Names.Select(name => name + ".yaml"))}.",
            Mend = nearest is null ? "remove the file" : $"is '{nearest}.yaml' meant?",
            File = $"{Folder}/{file}",
            Line = 1,
            Column = 1,
        };
    }
}
