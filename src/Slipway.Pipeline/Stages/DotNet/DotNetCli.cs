using System.Collections.Immutable;
using System.Xml.Linq;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>Calls the <c>dotnet</c> command: once for many projects, never once for each.</summary>
internal sealed class DotNetCli(RunContext run)
{
    private const string Logger = "Slipway.BuildLog.dll";

    private const int Few = 2;
    private const string NothingStays = "-nodeReuse:false";

    private static readonly ImmutableArray<string> Always = ["-nologo", "-consoleLoggerParameters:NoSummary;ErrorsOnly"];

    /// <summary>Properties that make outputs reproducible, the same for every invocation so that none undoes another's work.</summary>
    public static ImmutableArray<string> Reproducible { get; } =
    [
        "-p:ContinuousIntegrationBuild=true",
        "-p:TreatWarningsAsErrors=false",
        "-p:IncludeSourceRevisionInInformationalVersion=false",
        "-p:EnableSourceLink=false",
    ];

    // The tool says what is to be said.
    private static readonly ImmutableDictionary<string, string?> Variables = Server.Add("DOTNET_CLI_TELEMETRY_OPTOUT", "1").Add("DOTNET_NOLOGO", "1");

    /// <summary>
    /// The variables with which MSBuild and the compiler speak English, and take no profile of their own code: one that stays is warm after five builds
    /// instead of ten, and one that does not never lives to see the profile pay.
    /// </summary>
    public static ImmutableDictionary<string, string?> Server =>
        ImmutableDictionary<string, string?>.Empty.Add("DOTNET_CLI_UI_LANGUAGE", "en").Add("DOTNET_TieredPGO", "0");

    /// <summary>Restores all the projects at once, through a solution file made for it.</summary>
    /// <param name="name">Names the solution and the log, such as <c>restore</c>.</param>
    public Task<BuildResult> RestoreAsync(
        string name, IEnumerable<Project> projects, IEnumerable<string> arguments, Action<string> log, CancellationToken cancellationToken) =>
        LoggedAsync(name, ["restore", Near(WriteSolution(name, projects)), .. arguments, NothingStays], Variables, log, cancellationToken);

    /// <summary>Builds all the projects at once, in the platform's configuration, through a project made for it: MSBuild reads a solution more slowly.</summary>
    /// <param name="name">Names the project and the log, such as <c>typecheck</c>.</param>
    public async Task<BuildResult> BuildAsync(
        string name, ImmutableArray<Project> projects, IEnumerable<string> arguments, Action<string> log, CancellationToken cancellationToken)
    {
        using var compiler = await CompilerServer.ForAsync(run, name);
        ImmutableArray<string> command =
            [Near(WriteTraversal(name, projects)), $"-p:Configuration={run.Platform.Settings.Configuration}", .. arguments, .. compiler.Arguments];
        // Also where it is not for this build: it will be there for the next one.
        var resident = await ResidentMSBuild.GetAsync(run, WriteLogger());
        if (projects.Length > Few) return await LoggedAsync(name, ["msbuild", .. command, "-m", NothingStays], Variables, log, cancellationToken);
        // Tests wait for what they test: a second worker of MSBuild would cost its start and win nothing.
        command = command.Add("-m:1");
        if (resident.Client is { } client)
        {
            var result = await LoggedAsync(name, [client.Program, .. command, "-verbosity:minimal"], Variables.SetItems(client.Variables), log, cancellationToken);
            if (result.Process.Succeeded || resident.IsAlive) return result;
            log("The MSBuild that had stayed ended in the midst of this; once more, without it.");
        }
        return await LoggedAsync(name, ["msbuild", .. command, NothingStays], Variables, log, cancellationToken);
    }

    public Task<ProcessResult> RunAsync(
        ImmutableArray<string> arguments, string workingDirectory, Action<string> log, CancellationToken cancellationToken) =>
        RunAsync(arguments, workingDirectory, Variables, log, cancellationToken);

    private Task<ProcessResult> RunAsync(
        ImmutableArray<string> arguments, string workingDirectory, ImmutableDictionary<string, string?> variables, Action<string> log, CancellationToken cancellationToken) =>
        run.Processes.RunAsync(
            new ProcessRequest
            {
                FileName = "dotnet",
                Arguments = arguments,
                WorkingDirectory = workingDirectory,
                Environment = run.Environment.SetItems(variables),
                TimeLimit = TimeSpan.FromMinutes(30),
                OnLine = log,
            },
            cancellationToken);

    private async Task<BuildResult> LoggedAsync(
        string name, ImmutableArray<string> arguments, ImmutableDictionary<string, string?> variables, Action<string> log, CancellationToken cancellationToken)
    {
        var file = Path.Combine(run.Paths.Work, $"{name}.{run.Invocation:N}.log");
        var logger = WriteLogger();
        try
        {
            var result = await RunAsync([.. arguments, .. Always, $"-logger:Slipway.BuildLog.FindingLogger,{Near(logger)};{Near(file)}"], run.Platform.Root, variables, log, cancellationToken);
            var (findings, failed) = File.Exists(file) ? new BuildLogReader(run).Read(file) : ([], []);
            return new BuildResult { Process = result, Findings = findings, FailedProjects = failed };
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Seen from where MSBuild starts: above the checkout a path may hold what MSBuild takes for the end of an argument, and cannot escape there.
    private string Near(string path) => Path.GetRelativePath(run.Platform.Root, path);

    // Into the checkout, so that its path from there holds nothing strange, wherever the host lies; and once, because an MSBuild that stays has it loaded.
    private string WriteLogger()
    {
        var content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Logger));
        var path = Path.Combine(run.Paths.Work, Logger);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content)) AtomicFile.WriteAllBytes(path, content);
        return path;
    }

    private string WriteSolution(string name, IEnumerable<Project> projects) =>
        Write($"{name}.slnx", new("Solution", Paths(projects).Select(path => new XElement("Project", new XAttribute("Path", path)))));

    // All are built, whichever fails.
    private string WriteTraversal(string name, IEnumerable<Project> projects) => Write($"{name}.proj", new(
        "Project",
        new XElement("ItemGroup", Paths(projects).Select(path => new XElement("One", new XAttribute("Include", MSBuildProperty.Escape(path))))),
        new XElement(
            "Target", new XAttribute("Name", "Build"),
            new XElement("MSBuild", new XAttribute("Projects", "@(One)"), new XAttribute("BuildInParallel", "true")))));

    private IEnumerable<string> Paths(IEnumerable<Project> projects) => projects
        .Select(project => Path.GetRelativePath(run.Paths.Work, Path.Combine(run.Platform.Root, project.Path)).Replace('\\', '/'))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private string Write(string name, XElement content)
    {
        Directory.CreateDirectory(run.Paths.Work);
        var path = Path.Combine(run.Paths.Work, name);
        AtomicFile.WriteAllText(path, content + "\n");
        return path;
    }
}
