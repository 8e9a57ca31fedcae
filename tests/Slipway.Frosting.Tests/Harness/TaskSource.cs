using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slipway.Frosting.Tests.Harness;

/// <summary>Compiles tasks into an assembly of their own: tasks are found by assembly, and each situation must not see another's.</summary>
internal static class TaskSource
{
    private const string Usings = """
        using System;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using Cake.Core;
        using Cake.Frosting;
        using Slipway.Frosting;
        using Slipway.Frosting.CommandLine;
        using Slipway.Frosting.Tasks;
        using Slipway.Model.Problems;
        using Slipway.Model.Stages;
        using Slipway.Pipeline.Stages;

        """;

    private static readonly Lazy<MetadataReference[]> _references = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))]);

    public static Assembly Compile(string source)
    {
        var compilation = CSharpCompilation.Create(
            $"Tasks{Guid.NewGuid():N}",
            [CSharpSyntaxTree.ParseText(Usings + source)],
            _references.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(bytes.ToArray());
    }
}
