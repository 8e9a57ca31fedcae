using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace VerifyTests;

/// <summary>What differs from run to run: digests, times and durations. Compiled into each project that verifies.</summary>
internal static partial class HouseScrubbers
{
    [ModuleInitializer]
    internal static void Register()
    {
        VerifierSettings.AddScrubber(text => Replace(text, Digest(), "{Digest}"));
        VerifierSettings.AddScrubber(text => Replace(text, Instant(), "{Time}"));
        VerifierSettings.AddScrubber(text => Replace(text, Duration(), "{Duration}"));
    }

    private static void Replace(StringBuilder text, Regex pattern, string replacement)
    {
        var scrubbed = pattern.Replace(text.ToString(), replacement);
        text.Clear().Append(scrubbed);
    }

    [GeneratedRegex(@"\b(sha256:)?[0-9a-f]{64}\b|\bsha512-[A-Za-z0-9+/]{86}==")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?( ?(Z|[+-]\d\d:?\d\d))?")]
    private static partial Regex Instant();

    [GeneratedRegex(@"\b\d\d:\d\d:\d\d\.\d+\b|\b\d+(\.\d+)? ?(ms|s)\b")]
    private static partial Regex Duration();
}
