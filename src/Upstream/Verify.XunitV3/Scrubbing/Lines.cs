using System.Text;

namespace VerifyTests;

internal static class Lines
{
    public static Action<StringBuilder> Drop(Func<string, bool> condition) => Replace(line => condition(line) ? null : line);

    public static Action<StringBuilder> DropContaining(string[] texts)
        => Drop(line => texts.Any(text => line.Contains(text, StringComparison.OrdinalIgnoreCase)));

    public static Action<StringBuilder> Replace(Func<string, string?> replacement) => builder =>
    {
        var lines = builder.ToString().Split('\n').Select(replacement).OfType<string>();
        builder.Clear().AppendJoin('\n', lines);
    };
}
