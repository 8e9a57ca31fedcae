using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads <c>tests.flaky</c>: tests that may be run again for a time.</summary>
internal static class FlakyTests
{
    private const int Most = 5;

    public static ImmutableArray<FlakyTest> Read(YamlMap tests) => [.. tests.Maps("flaky").Select(Test).OfType<FlakyTest>()];

    private static FlakyTest? Test(YamlMap map)
    {
        var test = map.RequiredText("test");
        var retries = map.Has("retries") ? map.Int("retries", 1, Most) : 1;
        var reason = map.RequiredText("reason");
        var until = map.RequiredDate("until");
        map.RejectUnknownKeys();
        if (test is not null && !IsNamed(test, map)) return null;
        return test is null || retries is null || reason is null || until is null ? null : new(test, retries.Value, reason, until.Value);
    }

    // A pattern that matches every test would make all of them worth nothing.
    private static bool IsNamed(string test, YamlMap map)
    {
        if (!test.StartsWith('*') && !char.IsWhiteSpace(test[0])) return true;
        map["test"]!.Report(
            YamlCodes.NotAllowed,
            $"'{test}' does not begin with a test's name, so it could match every test.",
            "write the test's full name, with * for what varies at its end");
        return false;
    }
}
