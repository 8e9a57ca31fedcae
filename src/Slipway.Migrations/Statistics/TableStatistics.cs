using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Machine.Yaml;

namespace Slipway.Migrations.Statistics;

/// <summary>How many rows tables have in production: <c>statistics.yaml</c>, with <c>tables:</c> and below it <c>public.orders: 1200000</c>.</summary>
/// <param name="Rows">By schema and table, with a full stop between.</param>
public sealed record TableStatistics(ImmutableDictionary<string, long> Rows)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "statistics.yaml";

    public static TableStatistics Empty { get; } = new(ImmutableDictionary<string, long>.Empty);

    /// <summary>The rows of a table, such as <c>public.orders</c>; null where nobody knows.</summary>
    public long? Of(string table) => Rows.TryGetValue(table, out var rows) ? rows : null;

    /// <summary>Reads the file below a root; empty where there is none.</summary>
    /// <param name="root">The platform's root.</param>
    /// <param name="relative">The file, relative to it.</param>
    /// <exception cref="Model.Problems.BadInputException">Everything that is wrong with it, with its places.</exception>
    public static TableStatistics Read(string root, string relative)
    {
        if (!FileKind.IsThere(Path.Join(root, relative))) return Empty;
        var problems = new YamlProblems();
        var rows = ImmutableDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        if (YamlDocumentReader.ReadFile(root, relative, problems) is { } file)
        {
            foreach (var entry in file.RequiredMap("tables")?.Entries ?? [])
            {
                if (entry.Value is YamlScalar value && long.TryParse(value.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
                    rows[entry.Key.Text.Contains('.', StringComparison.Ordinal) ? entry.Key.Text : $"public.{entry.Key.Text}"] = number;
                else
                    entry.Value.Report(Codes.BadStatistics, $"The rows of '{entry.Key.Text}' are no whole number.", "write how many rows the table has, such as 1200000");
            }
            file.RejectUnknownKeys();
        }
        problems.ThrowIfAny();
        return new(rows.ToImmutable());
    }
}
