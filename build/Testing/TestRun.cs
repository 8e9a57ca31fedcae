using Cake.Core.Diagnostics;
using Slipway.Frosting;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Build.Testing;

/// <summary>Builds all test programs, and runs them.</summary>
internal static class TestRun
{
    /// <exception cref="KnownFailureException">A test failed.</exception>
    public static async Task RunAsync(SlipwayContext context, TestSelection selection)
    {
        var cancellation = context.CancellationToken;
        var chosen = context.Arguments.GetArguments("project").FirstOrDefault() ?? "";
        var programs = TestProgram.FindAll().Where(program => program.Name.Contains(chosen, StringComparison.OrdinalIgnoreCase)).ToArray();
        await BuildAsync(context, cancellation);

        var totals = new TestTotals();
        // Two at a time: most of them wait for processes of their own.
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation };
        await Parallel.ForEachAsync(programs, options, async (program, token) =>
        {
            var result = await program.RunAsync(selection, token);
            totals.Add(result);
            if (!result.IsEmpty) Console.WriteLine(result.Line);
        });
        totals.Print();
        if (totals.Failed > 0) throw new KnownFailureException(totals.Problems());
    }

    private static async Task BuildAsync(SlipwayContext context, CancellationToken cancellation)
    {
        using var compiler = new CompilerServer($"slipway-test-{Environment.ProcessId}");
        var build = await new ProcessRunner().RunAsync(
            new ProcessRequest
            {
                FileName = "dotnet",
                Arguments =
                [
                    "build", "Build.sln", "-c", "Release", "-nologo", "-v", "quiet", "-nodeReuse:false", .. compiler.Arguments,
                ],
                WorkingDirectory = Repository.Root,
                TimeLimit = TimeSpan.FromMinutes(30),
                OnLine = line => context.Log.Verbose("{0}", line),
            },
            cancellation);
        build.OrFail("The build of the tests");
    }
}
