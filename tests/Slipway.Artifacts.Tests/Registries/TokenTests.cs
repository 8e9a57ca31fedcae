using System.Text;
using Slipway.Artifacts.Registries.Credentials;

namespace Slipway.Artifacts.Tests.Registries;

public sealed class TokenTests : IDisposable
{
    private readonly RegistryYard _yard = new();

    [Theory]
    [InlineData(1000)]
    [InlineData(3)]
    [InlineData(1)]
    public async Task A_token_that_ran_out_is_replaced(int uses)
    {
        using var registry = new FakeRegistry { TokenUses = uses };
        var layout = _yard.Layout(RegistryYard.Long(), "a statement");
        await _yard.PushAsync(layout, registry.Reference());
        await _yard.PullAsync(registry.Reference(), "pulled");
        Assert.Equal(SampleLayout.Blobs(layout.Folder), SampleLayout.Blobs(_yard.At("pulled")));
    }

    [Fact]
    public async Task A_token_that_is_never_good_ends_with_a_clear_error()
    {
        using var registry = new FakeRegistry { TokenUses = 0 };
        var problem = await RegistryYard.FailsAsync("SLP4123", () => _yard.PushAsync(_yard.Layout(), registry.Reference()));
        Assert.Contains("docker login", problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_is_told_to_the_token_service_and_to_nobody_else()
    {
        using var registry = new FakeRegistry { TokenUses = 1000 };
        List<string?> told = [];
        registry.Fault = call =>
        {
            lock (told) told.Add($"{call.Path == "/token"} {call.Context.Request.Headers["Authorization"]}");
            return false;
        };
        var options = _yard.Options with { Credentials = (_, _) => Task.FromResult<RegistryCredential?>(new RegistryCredential.UserPassword("anna", "secret")) };
        await _yard.PushAsync(_yard.Layout(), registry.Reference(), options);
        var basic = $"Basic {Convert.ToBase64String("anna:secret"u8)}";
        // Once to read, once to write.
        Assert.Equal([$"True {basic}", $"True {basic}"], told.Where(line => line!.Contains("Basic", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_identity_token_is_exchanged()
    {
        using var registry = new FakeRegistry { TokenUses = 1000 };
        string? body = null;
        registry.Fault = call =>
        {
            if (call.Is("POST", "/token")) body = Encoding.UTF8.GetString(call.Body());
            return false;
        };
        var options = _yard.Options with { Credentials = (_, _) => Task.FromResult<RegistryCredential?>(new RegistryCredential.IdentityToken("id token")) };
        await _yard.PushAsync(_yard.Layout(), registry.Reference(), options);
        Assert.Contains("grant_type=refresh_token", body, StringComparison.Ordinal);
        Assert.Contains("refresh_token=id+token", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://tokens.example.com/")]
    [InlineData("hello")]
    [InlineData("file:///etc/passwd")]
    public async Task A_password_is_not_sent_where_others_could_read_it(string realm)
    {
        using var registry = new FakeRegistry();
        registry.Fault = call =>
        {
            call.Context.Response.AddHeader("WWW-Authenticate", $"Bearer realm=\"{realm}\"");
            call.Reply(401);
            return true;
        };
        var options = _yard.Options with { Credentials = (_, _) => Task.FromResult<RegistryCredential?>(new RegistryCredential.UserPassword("anna", "secret")) };
        await RegistryYard.FailsAsync("SLP4123", () => _yard.PushAsync(_yard.Layout(), registry.Reference(), options));
    }

    public void Dispose() => _yard.Dispose();
}
