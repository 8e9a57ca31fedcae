using System.Security.Cryptography;
using System.Text;
using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>The target Doctor: what it looks at, and that it finds what is wrong.</summary>
public sealed class Doctors : IDisposable
{
    private readonly TestPlatform _platform = new("shop");
    private readonly EnvironmentScope _person = new(("CI", null));

    public Doctors() => _platform.Write(
        "services/till/Till.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

    [Fact]
    public void A_sound_machine_and_platform_pass_line_by_line()
    {
        var call = Doctor();

        Assert.True(call.ExitCode == 0, call.Output + call.Error);
        Assert.Matches(@"(?m)^git        [0-9.]+$", call.Output);
        Assert.Matches(@"(?m)^\.NET SDK   [0-9.]+", call.Output);
        Assert.Matches(@"(?m)^node       [0-9.]+$", call.Output);
        Assert.Contains("line ends  as git checks them out", call.Output, StringComparison.Ordinal);
        Assert.Contains("projects   1 projects read, 0 kept, all equal", call.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Join(_platform.Cache, "evaluations")));
    }

    [Fact]
    public void What_was_kept_is_used_and_equal()
    {
        HostCall.On(_platform, "", "--target=Boundaries", "--exclusive");

        Assert.Contains("1 projects read, 1 kept, all equal", Doctor().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_outlives_the_outputs()
    {
        HostCall.On(_platform, "", "--target=Boundaries", "--exclusive");
        Directory.Delete(_platform.Artifacts, recursive: true);

        Assert.Contains("1 projects read, 1 kept, all equal", Doctor().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void In_CI_what_another_run_may_have_kept_is_not_believed()
    {
        HostCall.On(_platform, "", "--target=Boundaries", "--exclusive");

        using var ci = new EnvironmentScope(("CI", "true"));
        Assert.Contains("1 projects read, 0 kept, all equal", Doctor().Output, StringComparison.Ordinal);
        HostCall.On(_platform, "", "--target=Boundaries", "--exclusive");
        Assert.Contains("1 projects read, 1 kept, all equal", Doctor().Output, StringComparison.Ordinal);
        Directory.Delete(_platform.Artifacts, recursive: true);
        Assert.Contains("1 projects read, 0 kept, all equal", Doctor().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_entry_is_named_with_both_values_and_is_a_failure()
    {
        HostCall.On(_platform, "", "--target=Boundaries", "--exclusive");
        Forge("Till", "Toll");

        var call = Doctor();

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("1 projects read, 1 kept, 1 different", call.Output, StringComparison.Ordinal);
        Assert.Contains(
            "services/till/Till.csproj: SLP1121: AssemblyName of this project would be taken for 'Toll', and MSBuild says 'Till'.",
            call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_SDK_that_is_not_there_is_said_with_what_to_do()
    {
        _platform.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        var call = Doctor();

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("SLP1120: .NET SDK: ", call.Error, StringComparison.Ordinal);
        Assert.Contains("mend: install the SDK that global.json names", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_whose_line_ends_git_would_not_check_out_is_named_and_is_a_failure()
    {
        _platform.Write(".gitattributes", "* text=auto eol=lf\n");
        _platform.Write("services/till/Till.cs", "class Till;\r\n");
        _platform.Git("add", "-A");

        var call = Doctor();

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("line ends  1 files have others than git checks out", call.Output, StringComparison.Ordinal);
        Assert.Contains("SLP1122: 1 texts have other line ends than git would check out. Git takes them for unchanged, a compiler does not: services/till/Till.cs (crlf instead of lf).", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_said_with_what_to_do()
    {
        File.WriteAllText(_platform.Cache, "");
        try
        {
            var call = Doctor();

            Assert.Equal(1, call.ExitCode);
            Assert.Contains("mend: let SLIPWAY_CACHE name a folder that can be written", call.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(_platform.Cache);
        }
    }

    [Fact]
    public void As_JSON_it_has_everything()
    {
        var call = Doctor("--json");

        Assert.Contains("\"name\": \"git\"", call.Output, StringComparison.Ordinal);
        Assert.Contains("\"lineEnds\": []", call.Output, StringComparison.Ordinal);
        Assert.Contains("\"differences\": []", call.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _person.Dispose();
        _platform.Dispose();
    }

    private HostCall Doctor(params string[] more) => HostCall.On(_platform, "", ["--target=Doctor", .. more]);

    // A text with its length before it, within a content that its digest vouches for.
    private void Forge(string from, string to)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Join(_platform.Cache, "evaluations")));
        var content = File.ReadAllBytes(file);
        var at = content.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"{(char)from.Length}{from}"));
        Assert.True(at > 0);
        Encoding.UTF8.GetBytes(to).CopyTo(content, at + 1);
        SHA256.HashData(content.AsSpan(64)).CopyTo(content, 32);
        File.WriteAllBytes(file, content);
    }
}
