using System.Collections.Immutable;
using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Policies;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Statements;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Output;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Hosting;

/// <summary>Verifies one release that lies anywhere: its bytes, the keys and the policy are all that it needs.</summary>
internal static class ReleaseCheck
{
    private const string Verify = "Verify";

    /// <summary>The targets that <c>--release</c> stands with.</summary>
    public static ImmutableHashSet<string> Targets { get; } = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, Verify, "Inspect");

    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsAskedFor(HostArguments arguments) =>
        arguments is { Release: not null, Targets: [var target] } && target.Equals(Verify, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="BadInputException">The platform's policy or a key cannot be read.</exception>
    public static async Task<int> RunAsync(HostSettings settings, HostArguments arguments)
    {
        var root = RootOf(settings, arguments);
        var terms = new VerificationTerms
        {
            Keys = new KeyStore(KeyPlaces.FromEnvironment(root)).FindVerificationKeysHere(arguments.Key),
            Policies = PolicyFile.Find(root),
            Environment = arguments.Environment,
        };
        if (arguments.Mode == HostMode.DryRun)
        {
            Console.WriteLine($"Would verify {ReleasePlace.ReferenceIn(arguments.Release!)?.ToString() ?? Path.GetFullPath(arguments.Release!)} by the policy of {arguments.Environment.ToString().ToLowerInvariant()} ({terms.Policies.Source}).");
            return ExitCodes.Passed;
        }
        using var place = await ReleasePlace.OpenAsync(arguments.Release!);
        var verdict = await ReleaseVerifier.VerifyAsync(place.Folder, terms);
        foreach (var line in VerdictText.Lines(verdict)) Painter.Line(line);
        foreach (var problem in verdict.ProblemsFrom(System.Environment.CurrentDirectory)) ProblemPrinter.Warn(problem);
        if (arguments.Vsa is { } file) await WriteAsync(verdict, root, Path.GetFullPath(file));
        return verdict.Passed ? ExitCodes.Passed : ExitCodes.Failed;
    }

    // A release needs no platform around it; where there is one, its policy holds.
    private static string RootOf(HostSettings settings, HostArguments arguments)
    {
        try
        {
            return PlatformChoice.Root(settings, arguments);
        }
        catch (BadInputException) when (arguments.Platform is null)
        {
            return settings.Root;
        }
    }

    private static async Task WriteAsync(ReleaseVerdict verdict, string root, string file)
    {
        var key = new KeyStore(KeyPlaces.FromEnvironment(root)).FindSigningKey();
        var signing = new SigningAct { Invocation = Guid.NewGuid(), SignedAt = verdict.VerifiedAt, Builder = PreparedRun.Builder, Key = key.Kind };
        if (await VerdictSummary.WriteAsync(verdict, file, key, signing)) Console.WriteLine($"The signed summary is {file}.");
    }
}
