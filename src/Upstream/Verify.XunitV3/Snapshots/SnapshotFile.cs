using System.Text;
using Xunit.v3;

namespace VerifyTests;

/// <summary>A snapshot that someone has accepted, and beside it the result that differs from it.</summary>
internal sealed class SnapshotFile(string folder, string name, string extension)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _verified = Path.Combine(folder, $"{name}.verified.{extension}");
    private readonly string _received = Path.Combine(folder, $"{name}.received.{extension}");

    public static SnapshotFile Of(IXunitTest test, string sourceFile, string extension, VerifySettings settings)
    {
        var folder = Path.GetDirectoryName(sourceFile)!;
        if (!Directory.Exists(folder))
        {
            throw new VerifyException(
                $"The snapshots of {sourceFile} belong beside it, and there is no such folder on this machine. "
                + "The compiler wrote another path into the assembly: build tests with an empty PathMap and DeterministicSourcePaths=false.");
        }

        return new(Path.GetFullPath(settings.Directory ?? ".", folder), settings.FileName ?? SnapshotName.Of(test, settings), extension);
    }

    public VerifyResult Compare(string received)
    {
        var verified = File.Exists(_verified) ? File.ReadAllText(_verified) : null;
        if (received == verified)
        {
            File.Delete(_received);
            return new(received);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_received)!);
        File.WriteAllText(_received, received, Utf8);
        throw new VerifyException(Explain(received, verified));
    }

    private string Explain(string received, string? verified)
    {
        var files = $"Received: {_received}\nVerified: {_verified}\nTo accept it: mv -f '{_received}' '{_verified}'\n";
        return verified is null
            ? $"There is no snapshot yet.\n{files}\n{received}"
            : $"The result differs from its snapshot (- verified, + received).\n{files}\n{LineDiff.Write(verified, received)}";
    }
}
