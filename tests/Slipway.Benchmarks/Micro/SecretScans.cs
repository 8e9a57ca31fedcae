using BenchmarkDotNet.Attributes;
using Slipway.Security.Secrets;

namespace Slipway.Benchmarks.Micro;

/// <summary>The secret scan, which looks at every file of every unit.</summary>
[InProcess, MemoryDiagnoser]
public class SecretScans
{
    private string _text = "";

    [Params(10, 1000)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void Make()
    {
        const string line = "    public Task<Product?> FindAsync(string sku, CancellationToken token) => _products.FindAsync([sku], token).AsTask();\n";
        _text = string.Concat(Enumerable.Repeat(line, Kilobytes * 1024 / line.Length));
    }

    [Benchmark]
    public int Scan() => SecretScanner.Scan("src/Products.cs", _text, out _).Count;
}
