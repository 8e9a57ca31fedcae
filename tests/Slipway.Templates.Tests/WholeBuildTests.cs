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

        var build = await BuildAsync(platform);

        Assert.True(build.Succeeded, build.Tail);
        foreach (var unit in (string[])["services/payments", "services/catalog", "apps/admin", "apps/storefront", "packages/money"])
        {
            var release = Assert.Single(Directory.EnumerateDirectories(Path.Combine(platform.Root, "artifacts", "releases", unit)));
            Assert.True(File.Exists(Path.Combine(release, "attestations", "provenance.sigstore.json")), $"{unit} is not signed");
        }
        await LockFilesWereWrittenAndSaid(platform, build);
        await TheNextRunReplaysWhatMayBeReplayed(platform);
        await OnlyWhatIsCommittedCountsInCi(platform);
    }

    // The app that was added is no member of the template's package-lock.json.
    private static async Task LockFilesWereWrittenAndSaid(InstantiatedPlatform platform, ProcessResult build)
    {
        var changed = await GitAsync(platform.Root, "status", "--porcelain", "--untracked-files=all");
        var projects = platform.Files()
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !file.StartsWith("artifacts/", StringComparison.Ordinal)).ToList();
        var expected = projects.Select(project => $"?? {project[..project.LastIndexOf('/')]}/packages.lock.json").Append(" M package-lock.json");

        Assert.Equal(expected.Order(StringComparer.Ordinal), changed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        // The build host's is written by the launcher, all others before the plan.
        Assert.Contains("Wrote the build host's lock file (build/packages.lock.json): commit it.", build.Error, StringComparison.Ordinal);
        Assert.Contains($"Wrote {projects.Count} lock files (package-lock.json, ", build.Output, StringComparison.Ordinal);
    }

    private static async Task TheNextRunReplaysWhatMayBeReplayed(InstantiatedPlatform platform)
    {
        var before = RunRecord.Files(platform.Root);
        var again = await BuildAsync(platform);

        Assert.True(again.Succeeded, again.Tail);
        Assert.DoesNotContain("lock file", again.Output + again.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(RunRecord.Executed(Assert.Single(RunRecord.Files(platform.Root).Except(before))));
        Assert.Single(Directory.GetDirectories(Path.Combine(platform.Root, "artifacts", "host")));
    }

    private static async Task OnlyWhatIsCommittedCountsInCi(InstantiatedPlatform platform)
    {
        var early = await BuildAsync(platform, "true", "--dryrun");
        Assert.Equal(2, early.ExitCode);
        Assert.Contains("build/packages.lock.json: SLP3005: The lock file is not committed", early.Error, StringComparison.Ordinal);

        await CommitAsync(platform.Root);

        var inTime = await BuildAsync(platform, "true", "--dryrun");
        Assert.True(inTime.Succeeded, inTime.Tail);
    }

    private static Task<ProcessResult> BuildAsync(InstantiatedPlatform platform, string? ci = null, params string[] arguments) => new ProcessRunner().RunAsync(
        ProcessRequest.For("bash", [Path.Combine(platform.Root, "build.sh"), .. arguments]) with
        {
            WorkingDirectory = platform.Root,
            TimeLimit = TimeSpan.FromMinutes(25),
            // By default a developer's machine, where lock files that are missing are written; and nothing of the host that runs these tests.
            Environment = ProcessRequest.For("bash").Environment
                .Add("CI", ci).Add("SLIPWAY_ROOT", null).Add("SlipwayVersion", null).Add("SLIPWAY_FEED", PackedFeed.Folder).Add("SLIPWAY_CACHE", platform.Root + "-cache"),
        },
        TestContext.Current.CancellationToken);

    private static async Task CommitAsync(string root)
    {
        await GitAsync(root, "init", "-q");
        await GitAsync(root, "add", "-A");
        await GitAsync(root, "-c", "user.name=Tests", "-c", "user.email=tests@example.com", "commit", "-q", "-m", "Everything");
    }

    private static async Task<string> GitAsync(string root, params string[] arguments)
    {
        var request = ProcessRequest.For("git", [.. arguments]) with { WorkingDirectory = root };
        return (await new ProcessRunner().RunAsync(request, TestContext.Current.CancellationToken)).OrFail("git " + arguments[0]).Output;
    }
}
