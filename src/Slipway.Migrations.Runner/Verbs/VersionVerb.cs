using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>Says which runner and which EF Core a bundle is made of.</summary>
internal sealed class VersionVerb : Verb
{
    public override Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        run.Journal.Text($"Slipway.Migrations.Runner {Of(typeof(VersionVerb))}, Entity Framework Core {Of(typeof(DbContext))}");
        return Task.FromResult(ExitCode.Done);
    }

    private static string Of(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
