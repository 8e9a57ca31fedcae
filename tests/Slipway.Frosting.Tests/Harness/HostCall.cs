using System.Reflection;

namespace Slipway.Frosting.Tests.Harness;

/// <summary>One call of a host in this process, and everything that it said.</summary>
internal sealed record HostCall(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a host with these tasks beside Slipway's own, on no platform.</summary>
    public static HostCall Of(string tasks, params string[] args)
    {
        using var folder = new TestPlatform();
        return On(folder, tasks, args);
    }

    public static HostCall On(TestPlatform platform, string tasks, params string[] args) =>
        On(platform, TaskSource.Compile(tasks), args);

    public static HostCall On(TestPlatform platform, Assembly tasks, params string[] args) => On(platform, tasks, platform.Cache, args);

    /// <summary>The same with a cache that others may use too.</summary>
    public static HostCall On(TestPlatform platform, Assembly tasks, string cache, string[] args) =>
        On(platform, SlipwayHost.Create().AddAssembly(tasks), cache, args);

    /// <summary>The same with a host of one's own.</summary>
    public static HostCall On(TestPlatform platform, SlipwayHost host, string cache, string[] args)
    {
        host.UseRoot(platform.Root);
        var (before, beforeError) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var error = new StringWriter();
        try
        {
            Environment.SetEnvironmentVariable("SLIPWAY_CACHE", cache);
            Console.SetOut(output);
            Console.SetError(error);
            var call = Task.Run(() => host.Start(args));
            Assert.True(call.Wait(TimeSpan.FromMinutes(5)), "the host did not end");
            return new(call.Result, Text(output), Text(error));
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeError);
        }
    }

    /// <summary>Output lines that tasks wrote as <c>&gt; word</c>, without the sign.</summary>
    public IReadOnlyList<string> Trace { get; } =
        [.. Output.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..])];

    /// <summary>What the table at the end says of a task: <c>2 passed, 1 replayed</c>.</summary>
    public string ResultOf(string task) => Assert.Single(
        Output.Split('\n').Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)),
        columns => columns.Length == 3 && columns[0].Trim() == task)[2].Trim();

    private static string Text(StringWriter writer) => writer.ToString().ReplaceLineEndings("\n").Trim();
}
