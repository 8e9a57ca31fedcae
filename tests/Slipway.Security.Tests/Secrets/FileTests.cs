using System.Diagnostics;
using System.Text;
using Slipway.Security.Secrets;

namespace Slipway.Security.Tests.Secrets;

public sealed class FileTests : IDisposable
{
    private const string Secret = "var password = \"" + "S3cr3t-Pa55phrase!\";\n";
    private static readonly Dictionary<string, string> Nothing = [];
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-secrets-").FullName;

    [Fact]
    public void What_was_not_looked_at_is_counted()
    {
        Write("src/a.cs", Secret);
        Write("src/logo.png", "\u0089PNG\0" + Secret);
        Write("data/big.json", new string(' ', FileScanner.LargestFile) + Secret);
        Write("tests/keys/a.cs", Secret);

        var scan = new FileScanner(_root, new Dictionary<string, string> { ["tests/keys/**"] = "keys of test doubles" })
            .Scan(["src/a.cs", "src/logo.png", "data/big.json", "tests/keys/a.cs", "gone.cs"], TestContext.Current.CancellationToken);

        Assert.Equal("src/a.cs", Assert.Single(scan.Findings).File);
        Assert.Equal((1, 1, 1), (scan.Files, scan.Binary, scan.Excluded));
        Assert.Equal(["secrets: 1 files are left out by platform.yaml"], scan.Notes);
        Assert.Equal("secrets: 1 files are bigger than 2 MB and were not read, data/big.json first", Assert.Single(scan.SkippedChecks).ToString());
    }

    [Fact]
    public void A_key_store_is_a_finding_by_its_name()
    {
        Write("certs/server.pfx", "\0\0");

        Assert.Equal(RuleIds.PrivateKey, Assert.Single(new FileScanner(_root, Nothing).Scan(["certs/server.pfx"], TestContext.Current.CancellationToken).Findings).Id);
    }

    [Fact]
    public void Ten_megabytes_of_ordinary_text_take_a_second_or_two()
    {
        var text = new StringBuilder();
        while (text.Length < 1_000_000)
            text.Append("public async Task<Order> PlaceAsync(PlaceOrder order, CancellationToken token) => await orders.Add(order.With(key: \"a\"), token); // keys: [x]\n");
        for (var number = 0; number < 10; number++) Write($"src/{number}.cs", text.ToString());
        var scanner = new FileScanner(_root, Nothing);
        scanner.Scan(["src/0.cs"], TestContext.Current.CancellationToken);

        var time = Stopwatch.StartNew();
        var scan = scanner.Scan(Enumerable.Range(0, 10).Select(number => $"src/{number}.cs"), TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage($"10 MB in {time.ElapsedMilliseconds} ms");
        Assert.Equal(10, scan.Files);
        Assert.InRange(time.ElapsedMilliseconds, 0, 10_000);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, file))!);
        File.WriteAllText(Path.Combine(_root, file), text);
    }
}
