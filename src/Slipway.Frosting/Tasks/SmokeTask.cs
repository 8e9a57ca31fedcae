using Cake.Core;
using Cake.Docker;
using Cake.Frosting;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Output;
using Slipway.Frosting.Smoke;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Frosting.Tasks;

[TaskName("Smoke")]
[TaskDescription("Run each released .NET service and server-rendered app in a container, read-only and without rights, and ask its health or page")]
[TaskOption("image", "An image to put the release's files on, instead of the release's own image: a name that the engine knows, or file:PATH of one to load")]
[IsDependentOn(typeof(VerifyTask))]
public sealed class SmokeTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (NoEngine(context) is { } reason)
        {
            Painter.Line($"  skipped: no Docker engine answers: {reason}", "grey");
            return;
        }
        var (plan, run) = await context.ForecastAsync();
        var other = context.Arguments.GetArguments("image").FirstOrDefault();
        // Another image brings .NET.
        Unit[] services = [.. plan.Units.Where(unit => unit is { Kind: UnitKind.Service, Toolchain: Toolchain.DotNet } || (other is null && unit.Server is not null))];
        if (services.Length == 0)
        {
            Painter.Line("  skipped: no .NET service and no server-rendered app is among the units", "grey");
            return;
        }
        var container = new ServiceContainer(context, run.Platform, run.Versions, other is null ? null : ServiceImage.Prepare(context, other));
        List<Problem> problems = [];
        foreach (var service in services)
        {
            if (await container.TryAsync(service, context.CancellationToken) is { } problem) problems.Add(problem);
            else Painter.Line($"  {service.Id}  healthy", "green");
        }
        if (problems.Count > 0) throw new KnownFailureException(problems);
    }

    private static string? NoEngine(ICakeContext context)
    {
        try
        {
            return context.DockerCustomCommand("version --format {{.Server.Version}}").Any(line => !string.IsNullOrWhiteSpace(line))
                ? null
                : "docker named no server";
        }
        catch (CakeException exception)
        {
            return exception.Message;
        }
    }
}
