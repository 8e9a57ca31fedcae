using System.Text;
using Slipway.Artifacts.Registries.Credentials;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Registries;

public sealed class CredentialTests : IDisposable
{
    private readonly RegistryYard _yard = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("registry.example.com")]
    [InlineData("https://registry.example.com")]
    [InlineData("https://registry.example.com/v1/")]
    public async Task A_password_that_docker_login_left_is_found(string name)
    {
        var found = await FindAsync($$$$"""{"auths":{"{{{{name}}}}":{"auth":"{{{{Base64("anna:se:cret")}}}}"}}}""");
        Assert.Equal(new RegistryCredential.UserPassword("anna", "se:cret"), found);
    }

    [Fact]
    public async Task An_identity_token_comes_before_a_password() => Assert.Equal(
        new RegistryCredential.IdentityToken("tok"),
        await FindAsync($$$$"""{"auths":{"registry.example.com":{"auth":"{{{{Base64("a:b")}}}}","identitytoken":"tok"}}}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"auths":{"another.example.com":{"auth":"YTpi"}}}""")]
    [InlineData("""{"auths":{"registry.example.com":{}}}""")]
    public async Task Nobody_is_nobody(string config) => Assert.Null(await FindAsync(config));

    [Fact]
    public async Task A_file_that_is_not_there_is_no_error() =>
        Assert.Null(await new DockerCredentials(_yard.At("none.json"), new ProcessRunner()).FindAsync("registry.example.com", Cancellation));

    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("""{"auths":{"registry.example.com":{"auth":"!"}}}""")]
    [InlineData("""{"auths":{"registry.example.com":{"auth":"YQ=="}}}""")]
    [InlineData("""{"credsStore":"../evil"}""")]
    public async Task What_is_damaged_is_said(string config)
    {
        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(() => FindAsync(config))).Problems);
        Assert.Equal("SLP4129", problem.Code);
    }

    [Theory]
    [InlineData("""{"credHelpers":{"registry.example.com":"slipwaytest"}}""")]
    [InlineData("""{"credsStore":"slipwaytest","auths":{"registry.example.com":{}}}""")]
    public async Task A_helper_is_asked_as_docker_asks_it(string config)
    {
        Helper("""read server; [ "$1" = get ] && printf '{"ServerURL":"%s","Username":"anna","Secret":"for %s"}' "$server" "$server" """);
        Assert.Equal(new RegistryCredential.UserPassword("anna", "for registry.example.com"), await FindAsync(config));
    }

    [Fact]
    public async Task A_helper_may_give_a_token()
    {
        Helper("""echo '{"Username":"<token>","Secret":"tok"}'""");
        Assert.Equal(new RegistryCredential.IdentityToken("tok"), await FindAsync("""{"credsStore":"slipwaytest"}"""));
    }

    [Fact]
    public async Task A_helper_that_knows_nobody_leaves_it_to_the_file()
    {
        Helper("echo 'credentials not found in native keychain'; exit 1");
        Assert.Equal(
            new RegistryCredential.UserPassword("a", "b"), await FindAsync($$$$"""{"credsStore":"slipwaytest","auths":{"registry.example.com":{"auth":"{{{{Base64("a:b")}}}}"}}}"""));
    }

    [Theory]
    [InlineData("echo 'the keychain is locked' >&2; exit 3", "the keychain is locked")]
    [InlineData("echo hello", "something else than JSON")]
    public async Task A_helper_that_fails_is_said(string script, string said)
    {
        Helper(script);
        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(() => FindAsync("""{"credsStore":"slipwaytest"}"""))).Problems);
        Assert.Equal("SLP4129", problem.Code);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_credential_shows_itself() =>
        Assert.DoesNotContain("secret", $"{new RegistryCredential.UserPassword("anna", "secret")} {new RegistryCredential.IdentityToken("secret")}", StringComparison.Ordinal);

    public void Dispose() => _yard.Dispose();

    private Task<RegistryCredential?> FindAsync(string config)
    {
        File.WriteAllText(_yard.At("config.json"), config);
        return new DockerCredentials(_yard.At("config.json"), new InFolder(_yard.Root)).FindAsync("registry.example.com", Cancellation);
    }

    private void Helper(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The helpers here are shell scripts.");
        File.WriteAllText(_yard.At("docker-credential-slipwaytest"), $"#!/bin/sh\n{script}\n");
        Yard.SetMode(_yard.At("docker-credential-slipwaytest"), 0b111_000_000);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Finds programs in one folder, as if it stood in the path.</summary>
    private sealed class InFolder(string folder) : IProcessRunner
    {
        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default) =>
            new ProcessRunner().RunAsync(request with { FileName = Path.Combine(folder, request.FileName) }, cancellationToken);
    }
}
