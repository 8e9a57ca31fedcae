namespace Slipway.Workspace.Tests.Configuration;

public sealed class MalformedLayoutTests
{
    [Fact]
    public async Task A_pattern_that_matches_nothing() => Assert.Equal(
        """
        platform.yaml(3,7): SLP1021: 'service/catalog' matches no folder of this repository.
          mend: correct it (is 'services/catalog' meant?), or remove it
        """,
        await Of("layout:\n  services:\n    - service/catalog\n  apps: [services/*]\n"));

    [Fact]
    public async Task A_path_that_goes_upwards() => Assert.Equal(
        """
        platform.yaml(2,14): SLP1022: '../other/*' goes upwards with '..'; what a platform is made of must lie in its repository.
          mend: write it without '..'
        """,
        await Of("layout:\n  services: ['../other/*']\n"));

    [Fact]
    public async Task An_absolute_path() => Assert.Equal(
        """
        platform.yaml(2,14): SLP1022: '/srv/*' is an absolute path; what a platform is made of must lie in its repository.
          mend: write it from the repository's root
        """,
        await Of("layout:\n  services: [/srv/*]\n"));

    [Fact]
    public async Task A_pattern_with_other_braces() => Assert.Equal(
        """
        platform.yaml(2,14): SLP1020: The pattern 'src/{unit}' has braces that are not {name}.
          mend: write folders from the root, with *, ? or {name} within a part, or ** for any number of parts
        """,
        await Of("layout:\n  services: ['src/{unit}']\n"));

    [Fact]
    public async Task Several_folders_without_a_name() => Assert.Equal(
        """
        platform.yaml(3,17): SLP1020: 'src/*' does not say which part of the folder is the unit's name, so it cannot be gathered with others.
          mend: write {name} for that part
        """,
        await Of("layout:\n  services:\n    - folders: ['src/*', 'tests/{name}']\n"));

    [Fact]
    public async Task Two_patterns_with_equal_right() => Assert.Equal(
        """
        platform.yaml(3,14): SLP1023: 'services/c*' (service) and 'services/*g' (package) claim the folder 'services/catalog' with equal right: each spells out 10 characters.
          mend: spell out more of the one that shall have it
        """,
        await Of("layout:\n  services: [services/c*]\n  packages: [services/*g]\n"));

    [Fact]
    public async Task An_exclusion_of_nothing() => Assert.Equal(
        """
        platform.yaml(3,13): SLP1021: 'samples' excludes no project of this repository.
          mend: correct it, or remove it
        """,
        await Of("layout:\n  exclude:\n    - path: samples\n      reason: teaching material\n"));

    private static Task<string> Of(string content) => BadInput.Of("platform.yaml", content);
}
