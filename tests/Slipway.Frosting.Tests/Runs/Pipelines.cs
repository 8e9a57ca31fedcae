using System.Text.RegularExpressions;
using Slipway.Frosting.Tests.Harness;
using YamlDotNet.RepresentationModel;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>The CI pipelines that a platform is born with run targets and options that there are.</summary>
public sealed partial class Pipelines : IDisposable
{
    private static readonly string _template = Template();
    private readonly TestPlatform _platform = new("shop");

    public static TheoryData<string> Files => [".github/workflows/slipway.yml", "azure-pipelines.yml", ".gitlab-ci.yml", ".gitlab/slipway.yml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_call_of_the_launcher_is_one_that_it_takes(string file)
    {
        var text = File.ReadAllText(Path.Join(_template, file));
        new YamlStream().Load(new StringReader(text));
        var calls = Call.Matches(text).Select(call => call.Groups["arguments"].Value).ToArray();

        Assert.NotEmpty(calls);
        foreach (var arguments in calls)
        {
            string[] given = [.. Variable.Replace(arguments, "--target=Unit --unit=shop").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            var call = HostCall.On(_platform, "", [.. given, "--dryrun"]);
            Assert.True(call.ExitCode == 0, $"./build.sh {arguments}\n{call.Error}");
        }
    }

    [Fact]
    public void The_matrix_of_GitLab_extends_a_job_that_the_pipeline_has() =>
        Assert.Contains("\n.slipway-job:\n", File.ReadAllText(Path.Join(_template, ".gitlab/slipway.yml")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData(".github/workflows/slipway.yml", "matrix.arguments", "arguments")]
    [InlineData("azure-pipelines.yml", "$SLIPWAYARGUMENTS", "slipwayArguments")]
    [InlineData(".gitlab/slipway.yml", "$SLIPWAY_ARGUMENTS", "SLIPWAY_ARGUMENTS")]
    public void A_job_takes_its_arguments_from_where_the_matrix_puts_them(string file, string used, string written)
    {
        var format = file.StartsWith('a') ? "azure" : file.Contains("github", StringComparison.Ordinal) ? "github" : "gitlab";

        Assert.Contains(used, File.ReadAllText(Path.Join(_template, file)), StringComparison.Ordinal);
        Assert.Contains(written, HostCall.On(_platform, "", "--target=Matrix", $"--format={format}").Output, StringComparison.Ordinal);
    }

    public void Dispose() => _platform.Dispose();

    private static string Template()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "Build.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Join(folder, "templates", "platform");
    }

    [GeneratedRegex(@"\./build\.sh(?<arguments>[^\n#)>]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Call { get; }

    [GeneratedRegex(@"\$[A-Z_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Variable { get; }
}
