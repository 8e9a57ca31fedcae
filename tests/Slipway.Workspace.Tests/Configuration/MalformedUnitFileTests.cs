namespace Slipway.Workspace.Tests.Configuration;

public sealed class MalformedUnitFileTests
{
    private const string Path = "services/catalog/unit.yaml";

    [Fact]
    public async Task An_unknown_key() => Assert.Equal(
        """
        services/catalog/unit.yaml(1,1): SLP1010: The key 'test' is unknown here; allowed: allowedEdges, database, description, exposes, kind, name, nextVersion, projects, tests, variables, visibility.
          mend: did you mean 'tests'?
        """,
        await Of("test:\n  unit: none\n"));

    [Fact]
    public async Task An_exposed_project_that_is_not_there() => Assert.Contains(
        "services/catalog/unit.yaml(1,23): SLP1034: 'src/Gone' matches no project of this unit; it has 'services/catalog/",
        await Of("exposes: { projects: [src/Gone] }\n"), StringComparison.Ordinal);

    [Fact]
    public async Task An_exposed_package_that_nobody_publishes() => Assert.Contains(
        "services/catalog/unit.yaml(1,23): SLP1040: 'ordering' is no package of this unit; its projects are 'Catalog'.",
        await Of("exposes: { packages: [ordering] }\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Shop.*")]
    [InlineData("src/Shop")]
    [InlineData("Shop..Catalog")]
    public async Task An_exposed_namespace_that_is_none(string name) => Assert.Equal(
        $"services/catalog/unit.yaml(1,25): SLP1041: '{name}' cannot be a namespace.\n  mend: write its full name, without wildcards: Shop.Catalog.Contracts",
        await Of($"exposes: {{ namespaces: ['{name}'] }}\n"));

    [Fact]
    public async Task A_key_twice() => Assert.Equal(
        """
        services/catalog/unit.yaml(2,1): SLP1003: The key 'kind' is here for the second time; the first is on line 1.
          mend: keep one of them
        """,
        await Of("kind: service\nkind: app\n"));

    [Fact]
    public async Task No_tests_and_no_reason() => Assert.Equal(
        """
        services/catalog/unit.yaml(2,3): SLP1012: The key 'reason' is missing here: tests that are left out need one.
          mend: add 'reason: ...'
        """,
        await Of("tests:\n  unit: none\n"));

    [Fact]
    public async Task A_next_version_that_is_none() => Assert.Equal(
        """
        services/catalog/unit.yaml(1,14): SLP1013: 'v2' cannot be the next version of a unit.
          mend: write three numbers, such as 2.0.0
        """,
        await Of("nextVersion: v2\n"));

    [Fact]
    public async Task A_flaky_test_without_an_end() => Assert.Equal(
        """
        services/catalog/unit.yaml(3,7): SLP1012: The key 'until' is missing here.
          mend: add 'until: ...'
        """,
        await Of("tests:\n  flaky:\n    - test: Shop.Clock.Ticks\n      reason: the clock is shared\n"));

    [Fact]
    public async Task A_flaky_test_that_could_be_every_test() => Assert.Equal(
        """
        services/catalog/unit.yaml(3,13): SLP1013: '*Ticks' does not begin with a test's name, so it could match every test.
          mend: write the test's full name, with * for what varies at its end
        """,
        await Of("tests:\n  flaky:\n    - test: '*Ticks'\n      reason: the clock is shared\n      until: 2027-01-31\n"));

    [Fact]
    public async Task More_retries_than_a_mended_test_would_take() => Assert.Equal(
        """
        services/catalog/unit.yaml(3,42): SLP1013: 'retries' must lie between 1 and 5, but is 9.
          mend: write a number between 1 and 5
        """,
        await Of("tests:\n  flaky:\n    - { test: Shop.Clock.Ticks, retries: 9, reason: x, until: 2027-01-31 }\n"));

    [Fact]
    public async Task An_engine_that_is_not_known() => Assert.Equal(
        """
        services/catalog/unit.yaml(2,9): SLP1013: 'kind' is 'postgres'; allowed: postgresql.
          mend: did you mean 'postgresql'?
        """,
        await Of("database:\n  kind: postgres\n"));

    [Fact]
    public async Task A_schema_that_cannot_be_one() => Assert.Equal(
        """
        services/catalog/unit.yaml(3,20): SLP1013: 'sales.archive' cannot be the name of a schema here.
          mend: write lower-case letters, digits and underscores, a letter first, at most 63
        """,
        await Of("database:\n  kind: postgresql\n  schemas: [sales, sales.archive]\n"));

    [Fact]
    public async Task An_edge_to_a_unit_that_does_not_exist() => Assert.Equal(
        """
        services/catalog/unit.yaml(2,9): SLP1033: 'catalogue' is not a unit of this platform.
          mend: did you mean 'catalog'?
        """,
        await Of("allowedEdges:\n  - to: catalogue\n    reason: until the events are out\n    until: 2027-01-31\n"));

    [Fact]
    public async Task A_date_that_is_none() => Assert.Equal(
        """
        services/catalog/unit.yaml(4,12): SLP1011: 'until' must be a date as 2026-12-31, but is the text '31.1.2027'.
          mend: write a date as 2026-12-31
        """,
        await Of("allowedEdges:\n  - to: catalog\n    reason: until the events are out\n    until: 31.1.2027\n"));

    [Fact]
    public async Task A_visibility_of_another_type() => Assert.Equal(
        """
        services/catalog/unit.yaml(1,13): SLP1011: 'visibility' must be 'all' or a list of units, but is the text 'none'.
          mend: write all, or the names of the units that may use this one
        """,
        await Of("visibility: none\n"));

    [Fact]
    public async Task A_glob_that_matches_no_project() => Assert.Equal(
        """
        services/catalog/unit.yaml(2,14): SLP1034: 'src/Catalog.Migrate' matches no project of this unit; it has 'src/Catalog/Catalog.csproj'.
          mend: correct it, or remove it
        """,
        await Of("projects:\n  migrator: ['src/Catalog.Migrate']\n"));

    [Fact]
    public async Task A_glob_outside_the_unit() => Assert.Equal(
        """
        services/catalog/unit.yaml(2,14): SLP1022: '../ordering/*' goes upwards with '..'; what a platform is made of must lie in its repository.
          mend: write it without '..'
        """,
        await Of("projects:\n  migrator: ['../ordering/*']\n"));

    [Fact]
    public async Task A_name_outside_the_grammar() => Assert.Equal(
        """
        services/catalog/unit.yaml(1,7): SLP1024: '9lives' cannot be the name of a unit; expected a letter, then at most 62 letters, digits, dots, underscores or hyphens.
          mend: write a name of that form
        """,
        await Of("name: 9lives\n"));

    [Fact]
    public async Task A_list_where_a_map_belongs() => Assert.Equal(
        """
        services/catalog/unit.yaml(1,1): SLP1011: The file must be a map of keys and values, but is a list.
          mend: write a map of keys and values
        """,
        await Of("- name: catalog\n"));

    [Fact]
    public async Task An_indentation_that_is_not_yaml() => Assert.Equal(
        """
        services/catalog/unit.yaml(3,2): SLP1001: This is not valid YAML: While parsing a block mapping, did not find expected key.
          mend: check indentation, quotes and colons on this line and the one before
        """,
        await Of("tests:\n  unit: required\n integration: required\n"));

    private static Task<string> Of(string content) => BadInput.Of(Path, content);
}
