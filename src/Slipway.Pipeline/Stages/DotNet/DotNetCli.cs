using System.Collections.Immutable;
using System.Xml.Linq;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.DotNet;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>Calls the <c>dotnet</c> command: once for many projects, never once for each.</summary>
internal sealed class DotNetCli(RunContext run)
{
    // A project that a chosen unit uses and that is not in the solution would be built in the default configuration, which is Debug.
    private static readonly ImmutableArray<string> Always =
        ["-nologo", "-nodeReuse:false", "-p:ShouldUnsetParentConfigurationAndPlatform=false", "-consoleLoggerParameters:NoSummary;ErrorsOnly"];

    /// <summary>Properties that make outputs reproducible, the same for every invocation so that none undoes another's work.</summary>
    public static ImmutableArray<string> Reproducible { get; } =
    [
        "-p:ContinuousIntegrationBuild=true",
        "-p:TreatWarningsAsErrors=false",
        "-p:IncludeSourceRevisionInInformationalVersion=false",
        "-p:EnableSourceLink=false",
    ];

    /// <summary>Runs one MSBuild verb over all the projects at once, through a solution file made for it.</summary>
    /// <param name="name">Names the solution and the log, such as <c>typecheck</c>.</param>
    public async Task<BuildResult> BuildAsync(
        string name, string verb, IEnumerable<Project> projects, IEnumerable<string> arguments, Action<string> log, CancellationToken cancellationToken)
    {
        var solution = WriteSolution(name, projects);
        var binaryLog = Path.Combine(run.Paths.Work, $"{name}.{run.Invocation:N}.binlog");
        using var compiler = new CompilerServer($"slipway-{name}-{run.Invocation:N}");
        try
        {
            var result = await RunAsync(
                [verb, Near(solution), .. arguments, .. Always, .. compiler.Arguments, $"-bl:{Near(binaryLog)};ProjectImports=None"],
                run.Platform.Root, log, cancellationToken);
            var (findings, failed) = File.Exists(binaryLog) ? ReadLog(binaryLog) : ([], []);
            return new BuildResult { Process = result, Findings = findings, FailedProjects = failed };
        }
        finally
        {
            File.Delete(binaryLog);
        }
    }

    public Task<ProcessResult> RunAsync(
        ImmutableArray<string> arguments, string workingDirectory, Action<string> log, CancellationToken cancellationToken) =>
        run.Processes.RunAsync(
            new ProcessRequest
            {
                FileName = "dotnet",
                Arguments = arguments,
                WorkingDirectory = workingDirectory,
                Environment = run.Environment
                    .SetItem("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
                    .SetItem("DOTNET_NOLOGO", "1")
                    .SetItem("DOTNET_CLI_UI_LANGUAGE", "en"),
                TimeLimit = TimeSpan.FromMinutes(30),
                OnLine = log,
            },
            cancellationToken);

    // Seen from where MSBuild starts: above the checkout a path may hold what MSBuild takes for the end of an argument, and cannot escape there.
    private string Near(string path) => Path.GetRelativePath(run.Platform.Root, path);

    // A platform whose evaluations were kept is read without MSBuild, and then nobody has made its assemblies loadable.
    private (ImmutableArray<BuildFinding> Findings, ImmutableHashSet<string> FailedProjects) ReadLog(string path)
    {
        MSBuildAssemblies.Register();
        return new BuildLogReader(run).Read(path);
    }

    private string WriteSolution(string name, IEnumerable<Project> projects)
    {
        Directory.CreateDirectory(run.Paths.Work);
        var path = Path.Combine(run.Paths.Work, $"{name}.slnx");
        var solution = new XElement("Solution", projects
            .Select(project => Path.GetRelativePath(run.Paths.Work, Path.Combine(run.Platform.Root, project.Path)).Replace('\\', '/'))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(project => new XElement("Project", new XAttribute("Path", project))));
        AtomicFile.WriteAllText(path, solution + "\n");
        return path;
    }
}
