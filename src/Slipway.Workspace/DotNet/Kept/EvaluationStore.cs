using System.Security.Cryptography;
using Slipway.Machine.Files;
using Slipway.Model;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>
/// Keeps the evaluations of each checkout in one file, which is replaced whole: whoever reads while another writes sees the old ones or the
/// new ones. A file that cannot be read, that is spoiled, that somebody else could have written, or that was made in another setting is as good
/// as none.
/// </summary>
/// <param name="folder">For all checkouts: what lies in one of them goes with its outputs.</param>
/// <param name="root">The checkout. Evaluations hold absolute paths, so another one has no use for them.</param>
internal sealed class EvaluationStore(string folder, string root)
{
    private const int HeadLength = 2 * SHA256.HashSizeInBytes;
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private Action? _keep;

    private string Place { get; } = Path.Join(folder, $"{Digest.Of(root).Hex}.bin");

    public KeptEvaluations Read(Digest setting)
    {
        try
        {
            // What is no file might be waited for.
            if (!File.Exists(Place) || FileKind.Other(Place) is not null) return KeptEvaluations.None;
            using var file = new FileStream(Place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (!FileOwner.IsMine(file.SafeFileHandle)) return KeptEvaluations.None;
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var content = bytes.AsMemory();
            if (content.Length < HeadLength) return KeptEvaluations.None;
            var body = content[HeadLength..];
            var sound = Head(setting, body.Span).AsSpan().SequenceEqual(content.Span[..HeadLength]);
            return sound ? EvaluationFormat.Read(body) : KeptEvaluations.None;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return KeptEvaluations.None;
        }
    }

    /// <summary>What <see cref="Keep"/> will keep.</summary>
    public void Add(Digest setting, KeptEvaluations evaluations) => _keep = () => Write(setting, evaluations);

    /// <summary>Keeps what was added. Called once the repository has proved sound: a bad one leaves nothing behind.</summary>
    public void Keep() => _keep?.Invoke();

    private void Write(Digest setting, KeptEvaluations evaluations)
    {
        try
        {
            var body = EvaluationFormat.Write(evaluations);
            AtomicFile.WriteAllBytes(Place, [.. Head(setting, body), .. body], Own);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somewhere that cannot be written, reading is merely slower.
        }
    }

    private static byte[] Head(Digest setting, ReadOnlySpan<byte> body) => [.. Convert.FromHexString(setting.Hex), .. SHA256.HashData(body)];
}
