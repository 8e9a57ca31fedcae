using System.Runtime.CompilerServices;
using VerifyTests;
using Xunit;
using Xunit.v3;

namespace VerifyXunit;

/// <summary>Compares a result with the snapshot beside the test's source file, <c>Class.Method.verified.txt</c>.</summary>
public static class Verifier
{
    /// <summary>Compares text as it is.</summary>
    public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
        => Snapshot(settings, sourceFile, "txt", _ => target ?? "null");

    /// <summary>Compares text as it is, in a snapshot with an extension of its own, such as <c>json</c>.</summary>
    public static SettingsTask Verify(
        string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
        => Snapshot(settings, sourceFile, extension, _ => target ?? "null");

    /// <summary>Compares an object's public properties, written in the order in which they are declared.</summary>
    public static SettingsTask Verify(object? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
        => Snapshot(settings, sourceFile, "txt", values => ObjectText.Write(target, values));

    private static SettingsTask Snapshot(VerifySettings? settings, string sourceFile, string extension, Func<ScrubbedValues, string> write)
        => new(settings, current =>
        {
            var test = TestContext.Current.Test as IXunitTest
                ?? throw new VerifyException("Verify works inside a test only: there is no running test to name the snapshot after.");
            var file = SnapshotFile.Of(test, sourceFile, extension, current);
            return file.Compare(current.Scrub(write(new ScrubbedValues()), test.TestMethod.Method.Module.Assembly));
        });
}
