using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Migrations.Runner.Output;

/// <summary>Takes the passwords of connection strings out of whatever is printed.</summary>
internal sealed partial class Redaction(IReadOnlyList<string> connections)
{
    private static readonly string[] _keys = ["Password", "PWD", "PSW", "SSL Password", "SslPassword"];

    private readonly IReadOnlyList<string> _secrets = [.. connections.SelectMany(SecretsOf)];

    public TextWriter Wrap(TextWriter inner) => new Writer(inner, this);

    public string Clean(string text) => _secrets.Aggregate(text, (clean, secret) => clean.Replace(secret, "***", StringComparison.Ordinal));

    private static IReadOnlyList<string> SecretsOf(string connection)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connection };
        return
        [
            .. _keys.Select(key => parts.TryGetValue(key, out var value) ? value as string : null)
                .OfType<string>().Append(connection)
                // Where a semicolon is missing, the password is a part of another key's value, and of what is said about that.
                .Concat(Written.Matches(connection).Select(match => match.Groups["secret"].Value))
                .Where(secret => secret.Length > 0),
        ];
    }

    [GeneratedRegex("""(?:password|pwd|psw)\s*=\s*(?<secret>[^;\s]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written { get; }

    private sealed class Writer(TextWriter inner, Redaction redaction) : TextWriter
    {
        public override Encoding Encoding => inner.Encoding;

        public override void Write(char value) => inner.Write(value);

        public override void Write(string? value) => inner.Write(value is null ? null : redaction.Clean(value));

        public override void WriteLine(string? value) => inner.WriteLine(value is null ? null : redaction.Clean(value));
    }
}
