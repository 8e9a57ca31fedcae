using System.Security.Cryptography;
using Slipway.Evidence.Keys;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Keys;

/// <summary>
/// Signs by a command, so that the private key can stay in a key service or a hardware module. The command reads the SHA-256 digest in
/// base64, one line, and prints the signature in base64, ASN.1 DER. Nothing that its own public key refuses is passed on.
/// </summary>
internal sealed class CommandSigner(SignerCommand command, VerificationKey key, IProcessRunner processes) : ISigner
{
    // An ASN.1 sequence of two numbers below 2^256.
    private const int LongestSignature = 72;

    /// <summary>How long one signature may take. 30 seconds by default.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    public async ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var result = await AskAsync(Convert.ToBase64String(SHA256.HashData(message.Span)), cancellation);
        if (!result.Succeeded) throw Failed($"ended with exit code {result.ExitCode}", result);
        var signature = Decode(result.Output) ?? throw Failed("printed no signature in base64", result);
        return IsOurs(message.Span, signature) ? signature : throw Failed($"gave a signature that the public key {key.Id} refuses", result);
    }

    private async Task<ProcessResult> AskAsync(string digest, CancellationToken cancellation)
    {
        var request = new ProcessRequest
        {
            FileName = command.Program,
            Arguments = command.Arguments,
            StandardInput = digest + "\n",
            TimeLimit = TimeLimit,
            OutputLimit = 64 * 1024,
        }.With("SLIPWAY_SIGNING_KEY_PASSPHRASE", null);
        return await processes.RunAsync(request, cancellation);
    }

    private static byte[]? Decode(string output)
    {
        var text = string.Concat(output.Where(letter => !char.IsWhiteSpace(letter)));
        var bytes = new byte[LongestSignature];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private bool IsOurs(ReadOnlySpan<byte> message, byte[] signature)
    {
        try
        {
            return key.Verify(message, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private KnownFailureException Failed(string what, ProcessResult result) => new(new Problem
    {
        Code = Codes.SignerCommandFailed,
        Message = $"The command that signs, {command.Program}, {what}.{Said(result.Error)}",
        Mend = "It reads a SHA-256 digest in base64 and prints the ECDSA P-256 signature over it in base64, ASN.1 DER; try it by hand.",
    });

    private static string Said(string error) => error.Trim() is { Length: > 0 } text ? $" It said: {(text.Length > 2000 ? "…" + text[^2000..] : text)}" : "";
}
