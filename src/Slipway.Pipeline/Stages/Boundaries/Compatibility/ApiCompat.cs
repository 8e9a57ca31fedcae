using System.Collections.Immutable;
using Slipway.Compatibility;
using Slipway.Compatibility.PublicApi;
using Slipway.Machine.Files;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Boundaries.Compatibility;

/// <summary>Runs Microsoft's ApiCompat as it comes with the .NET SDK that builds: no package has to be fetched for it.</summary>
internal static class ApiCompat
{
    private const string Released = "released";
    private const string Today = "today";

    private const string Project = """
        <Project>
          <UsingTask TaskName="Microsoft.DotNet.ApiCompat.Task.ValidateAssembliesTask" AssemblyFile="$(MSBuildExtensionsPath)Sdks/Microsoft.NET.Sdk/tools/net10.0/Microsoft.DotNet.ApiCompat.Task.dll" />
          <Target Name="Compare">
            <Microsoft.DotNet.ApiCompat.Task.ValidateAssembliesTask RoslynAssembliesPath="$(MSBuildToolsPath)/Roslyn/bincore"
              LeftAssemblies="$(Released)" RightAssemblies="$(Today)" />
          </Target>
        </Project>

        """;

    /// <summary>What the released packages' assemblies had and today's have not.</summary>
    /// <exception cref="KnownFailureException">ApiCompat ended badly and named no break: nobody has looked.</exception>
    public static async Task<ImmutableArray<ContractChange>> CompareAsync(StageContext context, ImmutableArray<string> packages, CancellationToken cancellation)
    {
        var folder = Path.Combine(context.Run.Paths.Work, "apicompat", context.Unit.Name.Lower);
        FileTree.Delete(folder);
        Directory.CreateDirectory(Path.Combine(folder, Today));
        try
        {
            var changes = ImmutableArray.CreateBuilder<ContractChange>();
            var libraries = UnitContracts.Libraries(context.Unit).ToDictionary(project => project.Name, StringComparer.OrdinalIgnoreCase);
            foreach (var framework in libraries.Values.Select(project => project.TargetFramework).OfType<string>().Distinct())
            {
                foreach (var name in await ReleasedAssemblies.ExtractAsync(packages, framework, Path.Combine(folder, Released), cancellation))
                {
                    if (libraries.TryGetValue(name, out var project)) changes.AddRange(await CompareAsync(context, folder, project, cancellation));
                    else changes.Add(ApiCompatReport.Gone(name));
                }
            }
            return changes.ToImmutable();
        }
        finally
        {
            FileTree.Delete(folder);
        }
    }

    private static async Task<ImmutableArray<ContractChange>> CompareAsync(StageContext context, string folder, Project project, CancellationToken cancellation)
    {
        var (left, right) = ($"{Released}/{project.Name}.dll", $"{Today}/{project.Name}.dll");
        File.Copy(DotNetOutput.AssemblyOf(context, project), Path.Combine(folder, right), overwrite: true);
        await File.WriteAllTextAsync(Path.Combine(folder, "compare.proj"), Project, cancellation);
        var run = await new DotNetCli(context.Run).RunAsync(
            ["msbuild", "compare.proj", "-nologo", "-nodeReuse:false", "-t:Compare", $"-p:Released={left}", $"-p:Today={right}"], folder, context.Log.Write, cancellation);
        var changes = ApiCompatReport.Read(project.Name, run.Output, left, right);
        return run.ExitCode == 0 || changes.Length > 0 ? changes : throw new KnownFailureException(new Problem
        {
            Code = Codes.AssembliesNotCompared,
            Message = $"The public API of {project.Name} could not be compared with the released one: ApiCompat ended with {run.ExitCode}: {run.Output.Trim().Split('\n')[^1]}",
            File = project.Path,
            Mend = "run it again with --verbosity=verbose; ApiCompat comes with the .NET SDK",
        });
    }
}
