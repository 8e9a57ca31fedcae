using Slipway.Machine.Processes;

namespace Slipway.Templates.Tests;

/// <summary>A platform of somebody's own, outside this repository, on the packages that this repository has packed.</summary>
public sealed class WholeBuildTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_new_platform_with_a_unit_of_each_kind_added_builds_itself_to_signed_releases()
    {
        await using var platform = await InstantiatedPlatform.CreateAsync("Contoso", PackedFeed.Version);
        await platform.AddAsync("service", "payments");
        await platform.AddAsync("app", "admin");
        await platform.AddAsync("package", "money");
        await CommitAsync(platform.Root);

        var build = await new ProcessRunner().RunAsync(
            ProcessRequest.For("bash", Path.Combine(platform.Root, "build.sh")) with
            {
                WorkingDirectory = platform.Root,
                TimeLimit = TimeSpan.FromMinutes(25),
                // A developer's machine, where a lock file that lacks the new app is completed; and nothing of the host that runs these tests.
                Environment = ProcessRequest.For("bash").Environment
                    .Add("CI", null).Add("SLIPWAY_ROOT", null).Add("SLIPWAY_FEED", PackedFeed.Folder),
            },
            TestContext.Current.CancellationToken);

        Assert.True(build.Succeeded, build.Tail);
        foreach (var unit in (string[])["services/payments", "services/catalog", "apps/admin", "apps/storefront", "packages/money"])
        {
            var release = Assert.Single(Directory.EnumerateDirectories(Path.Combine(platform.Root, "artifacts", "releases", unit)));
            Assert.True(File.Exists(Path.Combine(release, "attestations", "release.sigstore.json")), $"{unit} is not signed");
        }
    }

    private static async Task CommitAsync(string root)
    {
        var git = new ProcessRunner();
        foreach (var arguments in (string[][])
            [["init", "-q"], ["add", "-A"], ["-c", "user.name=Tests", "-c", "user.email=tests@example.com", "commit", "-q", "-m", "Begin"]])
        {
            var result = await git.RunAsync(ProcessRequest.For("git", [.. arguments]) with { WorkingDirectory = root }, TestContext.Current.CancellationToken);
            result.OrFail("git " + arguments[0]);
        }
    }
}
