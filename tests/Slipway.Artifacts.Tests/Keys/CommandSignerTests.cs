using System.Diagnostics;
using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Tests.Trust;
using Slipway.Evidence.Keys;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Keys;

/// <summary>A shell script around openssl stands where a key service's or a hardware module's command would.</summary>
public sealed class CommandSignerTests : IDisposable
{
    private const string Openssl = "base64 -d | openssl pkeyutl -sign -inkey \"$(dirname \"$0\")/my key.pem\" -pkeyopt digest:sha256 | base64";
    private readonly Yard _yard = new();
    private readonly PrivateKey _key = PrivateKey.Generate();

    public CommandSignerTests() => _yard.Put("kms/my key.pem", _key.ExportPem());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_is_signed_by_a_command_that_alone_has_the_key()
    {
        var keys = Keys(Openssl);
        var found = keys.FindSigningKey();
        Assert.Equal((_key.Public, KeyKind.Release), (found.Public, found.Kind));

        var folder = await _yard.SignedAsync(key: found);

        var verdict = await Verification.ReleaseVerifier.VerifyAsync(folder, keys.FindVerificationKeys(_key.Public.Pem), cancellation: Cancellation);
        Assert.Empty(verdict.Problems);
        Assert.Equal(_key.Public, verdict.Key);
    }

    [Theory]
    [InlineData("echo 'the token is locked' >&2; exit 7", "ended with exit code 7. It said: the token is locked")]
    [InlineData("true", "printed no signature")]
    [InlineData("echo 'not base64!'", "printed no signature")]
    [InlineData("head -c 5000 /dev/zero | base64", "printed no signature")]
    [InlineData("echo aGVsbG8=", "gave a signature that the public key")]
    [InlineData("openssl dgst -sha256 -sign \"$(dirname \"$0\")/my key.pem\" | base64", "gave a signature that the public key")]
    public async Task A_wrong_answer_is_refused_with_what_the_command_said(string script, string said)
    {
        var failure = await Assert.ThrowsAsync<KnownFailureException>(async () => await Keys(script).FindSigningKey().Signer.SignAsync("hello"u8.ToArray(), Cancellation));
        var problem = Assert.Single(failure.Problems);
        Assert.Equal("SLP4077", problem.Code);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_never_answers_is_ended()
    {
        Script("sleep 60");
        var signer = new CommandSigner(SignerCommand.In(Command)!, _key.Public, new ProcessRunner()) { TimeLimit = TimeSpan.FromMilliseconds(300) };
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<KnownFailureException>(async () => await signer.SignAsync("hello"u8.ToArray(), Cancellation));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_command_does_not_get_the_passphrase()
    {
        Script("echo \"<$SLIPWAY_SIGNING_KEY_PASSPHRASE>\" >&2; exit 1");
        Environment.SetEnvironmentVariable("SLIPWAY_SIGNING_KEY_PASSPHRASE", "hush");
        try
        {
            var failure = await Assert.ThrowsAsync<KnownFailureException>(async () => await Store(Command).FindSigningKey().Signer.SignAsync("hello"u8.ToArray(), Cancellation));
            Assert.EndsWith("It said: <>", failure.Problems[0].Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("SLIPWAY_SIGNING_KEY_PASSPHRASE", null);
        }
    }

    [Theory]
    [InlineData("command:")]
    [InlineData("command:   ")]
    [InlineData("command:sign 'open")]
    public void What_names_no_command_is_said(string given) => TrustYard.Refused("SLP4071", () => Store(given).FindSigningKey());

    [Fact]
    public void A_command_whose_public_key_is_not_said_is_refused() =>
        TrustYard.Refused("SLP4071", () => new KeyStore(new() { Folder = _yard.At("keys"), Repositories = [], SigningKey = "command:sign" }).FindSigningKey());

    [Theory]
    [InlineData("command:sign --key \"my key\" 'a\"b' c''d", "sign|--key|my key|a\"b|cd")]
    [InlineData("command:  sign  \"\"", "sign|")]
    public void A_commands_words_are_told_apart_as_a_shell_would(string given, string words)
    {
        var command = SignerCommand.In(given)!;
        Assert.Equal(words, string.Join('|', command.Arguments.Prepend(command.Program)));
    }

    public void Dispose()
    {
        _key.Dispose();
        _yard.Dispose();
    }

    private string Command => $"command:'{_yard.At("kms/sign the digest")}'";

    private KeyStore Keys(string script)
    {
        Script(script);
        return Store(Command);
    }

    private void Script(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands here are shell scripts.");
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "openssl is not installed.");
        _yard.Put("kms/sign the digest", $"#!/bin/sh\n{script}\n", executable: true);
    }

    private KeyStore Store(string signingKey) =>
        new(new() { Folder = _yard.At("keys"), Repositories = [], SigningKey = signingKey, PublicKey = _key.Public.Pem });
}
