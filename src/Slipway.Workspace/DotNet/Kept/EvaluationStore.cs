using System.Security.Cryptography;
using Slipway.Machine.Files;
using Slipway.Model;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>
/// Keeps the evaluations of a repository in one file, which is replaced whole: whoever reads while another writes sees the old ones or the
/// new ones. A file that cannot be read, that is spoiled, or that was made in another setting is as good as none.
/// </summary>
internal sealed class EvaluationStore(string folder)
{
    private const int HeadLength = 2 * SHA256.HashSizeInBytes;
    private Action? _keep;

    private string Place => Path.Join(folder, "projects.bin");

    public KeptEvaluations Read(Digest setting)
    {
        try
        {
            var content = File.ReadAllBytes(Place).AsMemory();
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
            AtomicFile.WriteAllBytes(Place, [.. Head(setting, body), .. body]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somewhere that cannot be written, reading is merely slower.
        }
    }

    private static byte[] Head(Digest setting, ReadOnlySpan<byte> body) => [.. Convert.FromHexString(setting.Hex), .. SHA256.HashData(body)];
}
