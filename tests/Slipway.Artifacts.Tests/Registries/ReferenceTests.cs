using Slipway.Artifacts.Registries;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Registries;

public sealed class ReferenceTests
{
    private const string Hex = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    [Theory]
    [InlineData("registry.example.com/shop/catalog:1.4.0", "registry.example.com", "shop/catalog", "1.4.0", null)]
    [InlineData("127.0.0.1:5000/a_b/c--d", "127.0.0.1:5000", "a_b/c--d", null, null)]
    [InlineData("http://localhost:5000/a", "localhost:5000", "a", null, null)]
    [InlineData("http://[::1]:5000/a", "[::1]:5000", "a", null, null)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet@sha256:" + Hex, "mcr.microsoft.com", "dotnet/aspnet", null, "sha256:" + Hex)]
    [InlineData("ghcr.io/a/b:c@sha256:" + Hex, "ghcr.io", "a/b", "c", "sha256:" + Hex)]
    [InlineData("alpine:3", "registry-1.docker.io", "library/alpine", "3", null)]
    [InlineData("bitnami/nginx", "registry-1.docker.io", "bitnami/nginx", null, null)]
    public void A_reference_names_registry_path_and_what_is_meant(string text, string host, string repository, string? tag, string? digest)
    {
        var reference = RegistryReference.Parse(text);
        Assert.Equal((host, repository, tag, digest), (reference.Host, reference.Repository, reference.Tag, reference.Digest?.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://registry.example.com/a")]
    [InlineData("http://127.0.0.1.example.com/a")]
    [InlineData("https://registry.example.com/a")]
    [InlineData("registry.example.com/Shop")]
    [InlineData("registry.example.com/")]
    [InlineData("registry.example.com/a//b")]
    [InlineData("registry.example.com/../b")]
    [InlineData("registry.example.com:99999/b")]
    [InlineData("registry.example.com/a:")]
    [InlineData("registry.example.com/a:b:c")]
    [InlineData("registry.example.com/a@sha256:12")]
    [InlineData("user:secret@registry.example.com/a")]
    [InlineData("registry.example.com/a?b")]
    [InlineData("registry.example.com/a b")]
    public void What_is_none_is_refused(string text) =>
        Assert.Equal("SLP4120", Assert.Single(Assert.Throws<BadInputException>(() => RegistryReference.Parse(text)).Problems).Code);
}
