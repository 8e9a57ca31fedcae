using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers;

/// <summary>The launcher and the host that a platform of its users has, made of this repository's packages. The launcher's own time counts.</summary>
/// <param name="workshop">Where it works.</param>
/// <param name="packages">The variables by which a platform finds the packages, of <see cref="PlatformHost.PackAsync"/>.</param>
/// <param name="affected">How it lists what is affected.</param>
internal sealed class SlipwayTool(Workshop workshop, ImmutableDictionary<string, string> packages, ImmutableArray<string> affected) : Tool(workshop)
{
    public override string Name => "slipway";

    public override ImmutableArray<Command> Everything => [Launch()];

    public override ImmutableArray<Command> BuildAndTest => [Launch("--target=Unit")];

    public override Command? Affected => Launch([.. affected]);

    public Command Launch(params ImmutableArray<string> arguments) => Call(Path.Combine(Tree, "build.sh"), arguments) with { Environment = packages.Add("SLIPWAY_CACHE", Workshop.Cache) };

    /// <summary>Lays out the tree, lets its launcher compile its host, and the host itself ahead of time: the peers' programs are compiled so too.</summary>
    public override async Task ReadyAsync()
    {
        await base.ReadyAsync();
        await PlatformHost.CommitAsync(Workshop.Repository, Tree);
        await Workshop.Runner.RunAsync(Launch("--help"));
        await Workshop.Runner.RunAsync(Launch("--target=Tune"));
    }
}

/// <summary>Turborepo, called as its users call it: through the script that npm installs.</summary>
internal sealed class TurboTool(Workshop workshop) : Tool(workshop)
{
    public const string Version = "2.11.11";

    private static readonly ImmutableDictionary<string, string> _quiet = ImmutableDictionary<string, string>.Empty
        .Add("TURBO_TELEMETRY_DISABLED", "1").Add("TURBO_NO_UPDATE_NOTIFIER", "1").Add("TURBO_SCM_BASE", "main").Add("DO_NOT_TRACK", "1");

    public override string Name => "turbo";

    public override string? Missing => File.Exists(Program) ? null : $"turbo {Version} is not in {Workshop.Packages}";

    public override ImmutableArray<Command> Everything => BuildAndTest;

    // Its strict mode would keep from dotnet the variables that mark our servers.
    public override ImmutableArray<Command> BuildAndTest => [Turbo("run", "build", "test", "--ui=stream", "--env-mode=loose")];

    public override Command? Affected => Turbo("ls", "--affected", "--output=json");

    private string Program => Path.Combine(Workshop.Packages, ".bin", "turbo");

    private Command Turbo(params ImmutableArray<string> arguments) => Call(Program, arguments) with { Environment = _quiet };
}

/// <summary>Nx with its own plugin for .NET and its daemon.</summary>
internal sealed class NxTool(Workshop workshop) : Tool(workshop)
{
    public const string Version = "23.2.1";

    private static readonly ImmutableDictionary<string, string> _quiet = ImmutableDictionary<string, string>.Empty
        .Add("NX_DAEMON", "true").Add("NX_TUI", "false").Add("NX_NO_CLOUD", "true").Add("DO_NOT_TRACK", "1");

    public override string Name => "nx";

    public override string? Missing => File.Exists(Program) ? null : $"nx {Version} is not in {Workshop.Packages}";

    // Its targets neither restore nor build what they depend on by themselves.
    public override ImmutableArray<Command> Everything => [Call("dotnet", "restore", "Platform.slnx", "-v", "quiet"), .. BuildAndTest];

    public override ImmutableArray<Command> BuildAndTest => [Nx("run-many", "-t", "build", "test", "--outputStyle=static")];

    public override Command? Affected => Nx("show", "projects", "--affected", "--base=main", "--head=HEAD");

    private string Program => Path.Combine(Workshop.Packages, ".bin", "nx");

    private Command Nx(params ImmutableArray<string> arguments) => Call(Program, arguments) with { Environment = _quiet };
}

/// <summary>No tool: <c>dotnet build</c>, then the test programs one after another.</summary>
internal sealed class HandTool(Workshop workshop) : Tool(workshop)
{
    public override string Name => "hand";

    public override ImmutableArray<Command> Everything => BuildAndTest;

    public override ImmutableArray<Command> BuildAndTest =>
    [
        Call("dotnet", "build", "Platform.slnx", "-c", "Release", "-nologo", "-v", "quiet"),
        .. Workshop.Platform.Units.Select(unit => Call("dotnet", "exec", unit.TestProgram)),
    ];

    /// <summary>One unit alone, by somebody who knows that nothing else has changed.</summary>
    public ImmutableArray<Command> One(Platforms.SyntheticUnit unit) =>
    [
        Call("dotnet", "build", unit.TestProject, "-c", "Release", "-nologo", "-v", "quiet"),
        Call("dotnet", "exec", unit.TestProgram),
    ];
}
