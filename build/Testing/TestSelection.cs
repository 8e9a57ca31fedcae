using System.Collections.Immutable;

namespace Slipway.Build.Testing;

/// <summary>Which tests of a program are run.</summary>
/// <param name="Arguments">What tells the program.</param>
/// <param name="MayBeEmpty">Whether a program may have none of them.</param>
internal sealed record TestSelection(ImmutableArray<string> Arguments, bool MayBeEmpty)
{
    private const string Rarely = "Category=Rare";

    /// <summary>Those of every run.</summary>
    public static TestSelection Routine { get; } = new(["--filter-not-trait", Rarely], MayBeEmpty: false);

    /// <summary>Those that take long and hold what others hold in small: <c>[Trait("Category", "Rare")]</c>.</summary>
    public static TestSelection Rare { get; } = new(["--filter-trait", Rarely, "--ignore-exit-code", "8"], MayBeEmpty: true);
}
