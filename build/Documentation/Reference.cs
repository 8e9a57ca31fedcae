using System.Collections.Immutable;
using Slipway.Frosting;
using Slipway.Model.Problems;

namespace Slipway.Build.Documentation;

/// <summary>All pages of <c>docs/reference</c> as they should be, and what keeps them from being right.</summary>
internal sealed record Reference
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "reference");

    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>What no writing can mend: a code without a constant, a page without a code, a rule's page that nobody wrote.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }

    public static Reference Of(SlipwayContext context)
    {
        var codes = CodeReader.Read();
        return new Reference
        {
            Pages =
            [
                TargetsPage.Of(context.Tasks),
                OptionsPage.Of(context.Options, context.Tasks),
                RulebookPage.Make(),
                ApiBreaksPage.Make(),
                .. SchemaPage.All(),
                DiagnosticsIndex.Of(codes.Codes),
                .. codes.Codes.Where(code => !code.IsRule).Select(DiagnosticPage.Of),
            ],
            Problems = [.. codes.Problems, .. DiagnosticProblems.Of(codes.Codes)],
        };
    }

    public IEnumerable<Page> Outdated() => Pages.Where(page => !page.IsUpToDate);

    public IEnumerable<Problem> Drift() => Problems.Concat(Outdated().Select(page => new Problem
    {
        Code = Codes.PageOutdated,
        Message = "This page is not what it is generated from.",
        File = page.Shown,
        Mend = "./build.sh --target=Docs, and commit what it wrote",
    }));
}
