using System.Globalization;

namespace Slipway.Benchmarks;

/// <summary>The words <c>--name value</c> or <c>--name=value</c> of a command line.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private Options()
    {
    }

    /// <exception cref="ArgumentException">A word that the command does not know, or an option without its value.</exception>
    public static Options Parse(string[] args, string[] known)
    {
        var options = new Options();
        for (var index = 0; index < args.Length; index++)
        {
            var word = args[index];
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? word : word[..equals]).TrimStart('-');
            if (!word.StartsWith("--", StringComparison.Ordinal) || !known.Contains(name))
                throw new ArgumentException($"'{word}' is no option of this command; it knows {string.Join(", ", known.Select(option => "--" + option))}.");
            options._values[name] = equals >= 0 ? word[(equals + 1)..]
                : ++index < args.Length ? args[index]
                : throw new ArgumentException($"--{name} needs a value.");
        }
        return options;
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public int Number(string name, int otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        throw new ArgumentException($"--{name} needs a whole number above zero, not '{text}'.");
    }

    /// <summary>The words of a list with commas; empty where the option is not given.</summary>
    public string[] List(string name) => Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
