using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slipway.Benchmarks.Rules;

/// <summary>A project of many files that look like a service's: records, loops, queries, log texts, SQL.</summary>
internal static class SampleProject
{
    private static readonly CSharpParseOptions _syntax = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <param name="unit">Such as <c>services/ordering</c>.</param>
    /// <param name="files">How many.</param>
    /// <param name="foreign">Another unit's assembly, or null in a project that keeps the rules.</param>
    public static CSharpCompilation Make(string unit, int files, MetadataReference? foreign)
    {
        var sources = Enumerable.Range(0, files).Select(index => Parse(File(index, foreign is not null), $"/repo/{unit}/src/Ordering/File{index}.cs"))
            .Append(Parse(Stamp(unit), $"/repo/{unit}/src/Ordering/obj/Slipway.Unit.g.cs"));
        // The compiler takes the time of a rule by the clock: its own threads would count as the rule's.
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false);
        return CSharpCompilation.Create("Ordering", sources, foreign is null ? Framework() : [.. Framework(), foreign], options);
    }

    /// <summary>An assembly of another service, as metadata.</summary>
    public static MetadataReference Foreign()
    {
        var source = Stamp("services/billing") + "namespace Billing; public class Invoice { public int Cents { get; set; } public string Customer => \"\"; }";
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create("Billing", [Parse(source, "/repo/x.cs")], Framework(), new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        return emitted.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
    }

    private static string Stamp(string unit) => $"[assembly: System.Reflection.AssemblyMetadata(\"Slipway.Unit\", \"{unit}\")]";

    private static IEnumerable<MetadataReference> Framework() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, _syntax, path, Encoding.UTF8);

    private static string File(int index, bool usesForeign)
    {
        var text = new StringBuilder();
        text.AppendLine("using System; using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks;");
        text.AppendLine(CultureInfo.InvariantCulture, $"namespace Ordering.Feature{index};");
        text.AppendLine(CultureInfo.InvariantCulture, $"public sealed record Order{index}(int Id, string Customer, decimal Total);");
        text.AppendLine(CultureInfo.InvariantCulture, $"public sealed class Handler{index}").AppendLine("{");
        if (usesForeign && index % 50 == 0) text.AppendLine("    public Billing.Invoice? Invoice { get; set; }");
        text.AppendLine(CultureInfo.InvariantCulture, $"    private readonly Dictionary<int, Order{index}> _orders = [];");
        for (var method = 0; method < 10; method++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                    public async Task<IReadOnlyList<string>> Handle{{method}}Async(int id, CancellationToken cancellation = default)
                    {
                        if (!_orders.TryGetValue(id, out var order))
                        {
                            order = new Order{{index}}(id, "customer " + id, 10.5m * id);
                            _orders.Add(id, order);
                        }
                        var sql = $"select id, customer from orders.lines where id = {id}";
                        Console.WriteLine("handled the order {0} of {1}: see https://docs.example.com/orders.", order.Id, order.Customer);
                        await Task.Delay(1, cancellation);
                        var found = _orders.Values.Where(one => one.Total > order.Total && one.Customer.Length > 0).OrderBy(one => one.Id).Select(one => one.Customer).ToList();
                        return found.Count == 0 ? [sql, order.Customer] : found;
                    }

                """);
        }
        return text.AppendLine("}").ToString();
    }
}
