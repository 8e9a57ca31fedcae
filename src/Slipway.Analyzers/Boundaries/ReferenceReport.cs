using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>Reports references that are wrong as a whole: once each, at the line of the project file that brings them.</summary>
internal static class ReferenceReport
{
    /// <param name="context">The compilation.</param>
    /// <param name="rule">Its message takes the unit, the assembly, the assembly's unit, who brings it, and the mend.</param>
    /// <param name="concerns">Which of the wrong references are this rule's.</param>
    /// <param name="mend">What to do instead.</param>
    public static void Run(
        CompilationAnalysisContext context, DiagnosticDescriptor rule, Func<OwnUnit, ForeignReference, bool> concerns, Func<OwnUnit, ForeignReference, string> mend)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own) return;
        foreach (var reference in ForeignReference.Of(context.Compilation, own))
        {
            if (reference.Reach is not Reach.None || !concerns(own, reference)) continue;
            var assembly = reference.Assembly;
            var carriers = Carriers(context.Compilation, assembly, own);
            var path = (context.Compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath;
            context.ReportDiagnostic(Diagnostic.Create(
                rule,
                ProjectFile.OfReference(context.Options, [assembly.Name, .. carriers.Select(carrier => carrier.Name)], path, context.CancellationToken),
                own.Identity,
                assembly.Name,
                reference.Unit,
                carriers.IsEmpty ? "" : $" (brought by {string.Join(", ", carriers.Select(carrier => $"'{carrier.Name}' of '{carrier.Unit}'"))})",
                mend(own, reference)));
        }
    }

    // A transitive reference names who brought it: that is where it has to go away.
    private static ImmutableArray<(string Name, UnitIdentity Unit)> Carriers(Compilation compilation, IAssemblySymbol foreign, OwnUnit own) =>
    [
        .. from assembly in compilation.SourceModule.ReferencedAssemblySymbols
           where assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(foreign.Identity))
           let unit = UnitStamp.Of(assembly).FirstOrDefault()
           where unit is not null && (unit.IsPackage || unit.Equals(own.Identity))
           select (assembly.Name, unit),
    ];
}
