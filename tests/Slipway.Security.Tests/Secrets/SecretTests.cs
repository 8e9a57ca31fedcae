using Slipway.Security.Secrets;

namespace Slipway.Security.Tests.Secrets;

public class SecretTests
{
    private const string Random40 = "Zx9Kp2Lm7Qw4Er8Ty1Ui5Op3As6Df0GhJkXcVbNm";

    // Put together here, so that no scanner takes this file for a leak.
    public static TheoryData<string, string, string> Secrets => new()
    {
        { RuleIds.PrivateKey, "a private key", "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\n" },
        { RuleIds.PrivateKey, "a private key", "\"key\": \"-----BEGIN " + "EC PRIVATE KEY-----\\nMHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtLYX5C\\n\"" },
        { RuleIds.PrivateKey, "a private key", "-----BEGIN RSA " + "PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n" },
        { RuleIds.Token, "an AWS access key", "id = AKIA" + "ZQ3DRSTUVWXY2345" },
        { RuleIds.Token, "a Google API key", "AIza" + Random40[..35] },
        { RuleIds.Token, "a GitHub token", "ghp_" + Random40[..36] },
        { RuleIds.Token, "a GitHub token", "github_pat_" + Random40[..22] + "_" + Random40 + Random40[..19] },
        { RuleIds.Token, "a GitLab token", "glpat-" + Random40[..20] },
        { RuleIds.Token, "a Slack token", "xoxb-" + "123456789012-" + Random40[..24] },
        { RuleIds.Token, "a Slack webhook", "https://hooks.slack.com/services/T" + "0123ABCD/B0123ABCD/" + Random40[..24] },
        { RuleIds.Token, "a Stripe key", "sk_live_" + Random40[..24] },
        { RuleIds.Token, "a npm token", "//npm.example.com/:_authToken=npm_" + Random40[..36] },
        { RuleIds.Token, "a NuGet key", "oy2" + Random40.ToLowerInvariant()[..40] + "abc" },
        { RuleIds.Token, "an Azure storage key", "AccountName=x;AccountKey=" + Random40 + Random40 + "abcdef==" },
        { RuleIds.Token, "an Azure client secret", "abc8Q~" + Random40[..34] },
        { RuleIds.Token, "an OpenAI key", "sk-proj-" + Random40 + Random40 },
        { RuleIds.Token, "an Anthropic key", "sk-ant-" + "api03-" + Random40 + Random40 },
        { RuleIds.Token, "a JSON Web Token", "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiJrYXRlIn0." + Random40 },
        { RuleIds.Password, "the password of a connection string", "\"Host=db;Database=shop;Username=shop;Password=" + "hunter2\"" },
        { RuleIds.Password, "the password of a connection string", "\"Password=" + "hunter2;Server=db\"" },
        { RuleIds.Password, "the password of an address", "postgres://shop:" + "hunter2@db.internal/shop" },
        { RuleIds.Password, "a value of 'password'", "var password = \"" + "S3cr3t-Pa55phrase!\";" },
        { RuleIds.Password, "a value of 'ApiKey'", "\"ApiKey\": \"" + "9f8d7c6b5a4e3d2c1b0a\"" },
        { RuleIds.Password, "a value of 'Secret'", "options.ClientSecret = \"" + "kT9vX2mQ8rLpW4zN\";" },
    };

    [Theory, MemberData(nameof(Secrets))]
    public void A_secret_is_found_and_never_repeated(string id, string what, string text)
    {
        var finding = Assert.Single(SecretScanner.Scan("src/Program.cs", text, out _));

        Assert.Equal(id, finding.Id);
        Assert.StartsWith(what + " (", finding.Message, StringComparison.Ordinal);
        foreach (var part in Enumerable.Range(0, Math.Max(0, text.Length - 7)).Select(start => text.Substring(start, 8)).Where(part => part.Any(char.IsDigit)))
            Assert.DoesNotContain(part, finding.ToString() + finding.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("if (text.Contains(\"-----BEGIN PRIVATE KEY-----\")) throw new InvalidOperationException();")]
    [InlineData("aws = AKIAIOSFODNN7EXAMPLE")]
    [InlineData("\"Host=localhost;Username=postgres;Password=postgres\"")]
    [InlineData("$\"Host=db;Password={password}\"")]
    [InlineData("[InlineData(\"\\\"Host=localhost;Password=postgres\\\"\")]")]
    [InlineData("/// Host=…;Password=…</c>")]
    [InlineData("\"Host=db;Password=${DB_PASSWORD}\"")]
    [InlineData("postgres://shop:${PASSWORD}@db/shop")]
    [InlineData("http://localhost:5001/@scope/name")]
    [InlineData("\"password\": \"env:DB_PASSWORD\"")]
    [InlineData("\"apiKey\": \"<your-api-key-here>\"")]
    [InlineData("\"secretName\": \"catalog-database-credentials\"")]
    [InlineData("\"tokenEndpoint\": \"https://login.example.com/oauth2/v2.0/token\"")]
    [InlineData("var password = Environment.GetEnvironmentVariable(\"DB_PASSWORD\");")]
    [InlineData("password: string;")]
    [InlineData("const string PasswordKey = \"Settings:Password\";")]
    [InlineData("\"integrity\": \"sha512-Zx9Kp2Lm7Qw4Er8Ty1Ui5Op3As6Df0GhJkXcVbNmZx9Kp2Lm7Qw4Er8Ty1Ui5Op3As6Df0GhJkXcVbNmAA==\"")]
    [InlineData("\"contentHash\": \"WIE9RJswdSc2j+rLz2gW6U+gMUjMHzY2j7C/CL8/R2olXNM/+twarfMnWqm+rZodDBvaYDApJyxM8mVYf9FGrQ==\"")]
    [InlineData("task_live_this_is_a_long_name_of_a_function")]
    public void What_only_looks_like_a_secret_is_left_alone(string text) => Assert.Empty(SecretScanner.Scan("src/Program.cs", text, out _));

    [Theory]
    [InlineData(".env", 1)]
    [InlineData("config/production.yaml", 1)]
    [InlineData("src/Program.cs", 0)]
    public void A_value_without_quotes_counts_in_configuration_only(string file, int found) =>
        Assert.Equal(found, SecretScanner.Scan(file, "first: 1\ndb_password: " + "S3cr3t-Pa55phrase\n", out _).Count);

    [Fact]
    public void It_says_where()
    {
        var finding = Assert.Single(SecretScanner.Scan("src/Program.cs", "// one\n//  two\nvar key = \"ghp_" + Random40[..36] + "\";\n", out _));

        Assert.Equal(
            "src/Program.cs(3,12): error SLW4002: a GitHub token (40 characters) stands in the repository in plain text; whoever can read the repository has it",
            finding.ToString());
    }

    [Fact]
    public void One_text_is_one_finding_whatever_number_of_rules_it_fits() =>
        Assert.Equal(RuleIds.Token, Assert.Single(SecretScanner.Scan("a.cs", "password = \"ghp_" + Random40[..36] + "\"", out _)).Id);
}
