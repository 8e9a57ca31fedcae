namespace Slipway.Benchmarks.Platforms;

/// <summary><c>generate --services N --into DIR</c></summary>
internal static class GenerateCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = Options.Parse(args, ["services", "into"]);
        var folder = Path.GetFullPath(options.Text("into") ?? throw new ArgumentException("generate needs --into DIR."));
        var platform = new SyntheticPlatform(options.Number("services", 100));
        var commit = await PlatformWriter.WriteAsync(platform, folder);
        Console.WriteLine($"{platform.Units.Length} units in {folder}, commit {commit}");
        return 0;
    }
}
