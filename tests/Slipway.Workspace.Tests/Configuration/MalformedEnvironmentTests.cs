namespace Slipway.Workspace.Tests.Configuration;

public sealed class MalformedEnvironmentTests
{
    [Fact]
    public async Task A_secret_in_plain_text_is_refused_and_not_repeated() => Assert.Equal(
        """
        environments/dev.yaml(3,17): SLP1031: The setting 'Api__Token' looks like a secret and stands here in plain text.
          mend: write a reference, env:NAME or file:PATH; and if it was ever committed, replace the secret
        environments/dev.yaml(4,33): SLP1031: The setting 'ConnectionStrings__Catalog' looks like a secret and stands here in plain text.
          mend: write a reference, env:NAME or file:PATH; and if it was ever committed, replace the secret
        """,
        await Of("dev.yaml", "settings:\n  catalog:\n    Api__Token: hunter2\n    ConnectionStrings__Catalog: Host=db;Password=hunter2\n"));

    [Fact]
    public async Task A_unit_that_does_not_exist() => Assert.Equal(
        """
        environments/local.yaml(2,3): SLP1033: 'catalogs' is not a unit of this platform.
          mend: did you mean 'catalog'?
        """,
        await Of("local.yaml", "urls:\n  catalogs: http://localhost:5000\n"));

    [Fact]
    public async Task An_environment_that_does_not_exist() => Assert.Equal(
        """
        environments/prodution.yaml(1,1): SLP1030: 'prodution.yaml' is not the file of an environment; there are local.yaml, dev.yaml, staging.yaml, production.yaml.
          mend: is 'production.yaml' meant?
        """,
        await Of("prodution.yaml", "description: x\n"));

    [Theory]
    [InlineData("prod.yaml", "is 'production.yaml' meant?")]
    [InlineData("Stag.yaml", "is 'staging.yaml' meant?")]
    [InlineData("qa.yaml", "remove the file")]
    public async Task A_name_cut_short_is_known_by_its_beginning(string file, string mend) =>
        Assert.EndsWith($"mend: {mend}", await Of(file, "description: x\n"), StringComparison.Ordinal);

    [Fact]
    public async Task A_reference_that_refers_to_nothing() => Assert.Equal(
        """
        environments/dev.yaml(3,10): SLP1013: 'env:MY-KEY' does not refer to a secret.
          mend: write env:NAME with an environment variable's name, or file:PATH
        """,
        await Of("dev.yaml", "settings:\n  catalog:\n    Key: env:MY-KEY\n"));

    [Fact]
    public async Task An_address_that_is_not_absolute() => Assert.Equal(
        """
        environments/dev.yaml(2,12): SLP1013: 'localhost:5000' is not an absolute http or https address without a user.
          mend: write an address such as https://example.com
        """,
        await Of("dev.yaml", "urls:\n  catalog: localhost:5000\n"));

    // In two parts, so that no scan of this repository takes them for what they imitate.
    [Theory]
    [InlineData("Host=db;Pass", "word = hunter2")]
    [InlineData("https://shop:hunt", "er2@example.com")]
    [InlineData("-----BEGIN PRIV", "ATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIV", "ATE KEY-----")]
    [InlineData("gh", "p_0123456789abcdef")]
    [InlineData("s", "k-0123456789abcdef0123")]
    [InlineData("AK", "IA0123456789ABCDEF")]
    public async Task A_value_that_carries_the_mark_of_a_secret_is_refused_under_any_key(string first, string second) =>
        Assert.StartsWith("environments/dev.yaml(3,14): SLP1031: ", await Of("dev.yaml", $"settings:\n  catalog:\n    Address: '{first}{second}'\n"));

    private static Task<string> Of(string file, string content) => BadInput.Of("environments/" + file, content);
}
