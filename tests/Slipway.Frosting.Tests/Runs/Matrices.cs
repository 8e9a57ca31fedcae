using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>The target Matrix: what the machines of a CI service are to run, in each service's words.</summary>
public sealed class Matrices : IDisposable
{
    private readonly TestPlatform _platform = new("admin", "shop");

    [Fact]
    public void People_read_the_command_lines_and_how_long_they_take()
    {
        var call = Matrix();

        Assert.Equal(0, call.ExitCode);
        Assert.Matches(@"[0-9]+ jobs; the longest is expected to take [0-9.]+ s, all together [0-9.]+ s", call.Output);
        Assert.Matches(@" s  \./build\.sh (--target=[A-Z][a-z]+ )+--unit=shop", call.Output);
    }

    [Fact]
    public void GitHub_gets_one_line_of_JSON_with_an_include()
    {
        var job = Json(Matrix("--format=github", "--bins=1")).GetProperty("include").EnumerateArray().Single();

        Assert.Equal("admin,shop", job.GetProperty("units").GetString());
        Assert.StartsWith("admin and 1 more: ", job.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Matches("^(--target=[A-Z][a-z]+ )+--unit=admin,shop$", job.GetProperty("arguments").GetString());
    }

    [Fact]
    public void Azure_gets_variables_by_names_that_it_allows()
    {
        foreach (var job in Json(Matrix("--format=azure")).EnumerateObject())
        {
            Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", job.Name);
            Assert.Contains("--unit=", job.Value.GetProperty("slipwayArguments").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void GitLab_gets_a_child_pipeline()
    {
        var call = Matrix("--format=gitlab");

        Assert.Contains("include:\n  - local: .gitlab/slipway.yml", call.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^\"shop: .*\":\n  extends: \\.slipway-job\n  variables:\n    SLIPWAY_ARGUMENTS: \"--target=.* --unit=shop\"$", call.Output);
    }

    [Theory]
    [InlineData("github", "{\"include\":[]}")]
    [InlineData("azure", "{}")]
    [InlineData("gitlab", "\"nothing to prove\":\n  script:")]
    public void Where_nothing_is_affected_it_is_valid_and_empty(string format, string expected) =>
        Assert.Contains(expected, Matrix($"--format={format}", "--since=HEAD").Output, StringComparison.Ordinal);

    [Fact]
    public void What_the_cache_keeps_needs_no_machine()
    {
        var before = Matrix("--format=github");
        HostCall.On(_platform, "", "--target=Boundaries", "--unit=shop");

        var after = Matrix("--format=github");

        Assert.Equal(2, Regex.Count(before.Output, "--target=Boundaries"));
        Assert.Single(Regex.Matches(after.Output, "--target=Boundaries"));
    }

    [Fact]
    public void A_machine_without_records_knows_from_the_cache_how_long_a_stage_takes()
    {
        var guessed = Seconds();
        HostCall.On(_platform, "", "--target=Boundaries");
        Directory.Delete(_platform.Artifacts, recursive: true);
        _platform.Write("apps/shop/new.js", "export {};");
        _platform.Write("apps/admin/new.js", "export {};");

        Assert.NotEqual(guessed, Seconds());

        double Seconds() => Json(Matrix("--format=github", "--bins=1")).GetProperty("include")[0].GetProperty("seconds").GetDouble();
    }

    [Theory]
    [InlineData("--format=jenkins", "There is no format 'jenkins'.")]
    [InlineData("--bins=0", "--bins=0 is no number of jobs.")]
    [InlineData("--bins=257", "--bins=257 is no number of jobs.")]
    [InlineData("--bins=many", "--bins=many is no number of jobs.")]
    public void What_no_service_takes_is_refused(string option, string message)
    {
        var call = Matrix(option);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains(message, call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _platform.Dispose();

    private HostCall Matrix(params string[] more) => HostCall.On(_platform, "", ["--target=Matrix", "--verbosity=quiet", "--no-report", .. more]);

    private static JsonElement Json(HostCall call) => JsonDocument.Parse(Assert.Single(call.Output.Split('\n'))).RootElement;
}
