using System.Text;

namespace Slipway.Migrations.Runner.Output;

/// <summary>Writes a prefix before each line, as EF Core's tools do with <c>--prefix-output</c>.</summary>
internal sealed class PrefixedWriter(TextWriter inner, string prefix) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void WriteLine(string? value)
    {
        foreach (var line in (value ?? "").ReplaceLineEndings("\n").Split('\n'))
            inner.WriteLine(prefix + line);
    }
}
