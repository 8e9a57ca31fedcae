using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;

namespace Slipway.Workspace.Configuration;

/// <summary>Questions to a YAML map that several of our files ask.</summary>
internal static class Texts
{
    extension(YamlMap map)
    {
        /// <summary>A text that says something; a blank one is a problem.</summary>
        public string? Text(string key) => map.String(key) is { } text && map[key]!.IsFilled($"'{key}'", text) ? text : null;

        public string? RequiredText(string key) => map.RequiredString(key) is { } text && map[key]!.IsFilled($"'{key}'", text) ? text : null;

        /// <summary>Texts that say something, each with its place.</summary>
        public ImmutableArray<YamlScalar> TextList(string key) =>
            [.. map.Strings(key).Where(item => item.IsFilled($"an item of '{key}'", item.Text))];

        /// <summary>One word out of several, read into a value.</summary>
        public T? Choice<T>(string key, IReadOnlyDictionary<string, T> words)
            where T : struct => map.Enum(key, [.. words.Keys]) is { } word ? words[word] : null;
    }

    extension(YamlNode node)
    {
        private bool IsFilled(string what, string text)
        {
            if (!string.IsNullOrWhiteSpace(text)) return true;
            node.Report(YamlCodes.NotAllowed, $"{Capital(what)} must not be blank.", "write something, or remove it");
            return false;
        }

        /// <summary>Whether a path with forward slashes, from a folder of the repository, stays in it; a problem if it does not.</summary>
        public bool StaysInside(string path)
        {
            if (path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 1 && path[1] == ':'))
            {
                node.Report(
                    Codes.PathOutside,
                    $"'{path}' is an absolute path; what a platform is made of must lie in its repository.",
                    "write it from the repository's root");
                return false;
            }
            if (!path.Split('/', '\\').Contains("..")) return true;
            node.Report(
                Codes.PathOutside,
                $"'{path}' goes upwards with '..'; what a platform is made of must lie in its repository.",
                "write it without '..'");
            return false;
        }
    }

    /// <summary>The mend for a name that is none of the known ones.</summary>
    public static string DidYouMean(string text, IReadOnlyCollection<string> known) => Spelling.Nearest(text, known) is { } near
        ? $"did you mean '{near}'?"
        : known.Count == 0 ? "remove it" : $"write one of: {string.Join(", ", known)}";

    /// <summary>A file that nobody reads because its name is almost right.</summary>
    public static Problem Misnamed(string file, string right) => new()
    {
        Code = Codes.Misnamed,
        Message = $"'{Path.GetFileName(file)}' is not the name of a file that is read, so nothing in it would hold.",
        Mend = $"call it {right}",
        File = file,
    };

    private static string Capital(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
