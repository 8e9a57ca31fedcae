namespace Slipway.Workspace.Tests.Configuration;

public sealed class MalformedPlatformFileTests
{
    [Fact]
    public async Task An_unknown_key_names_the_nearest() => Assert.Equal(
        """
        platform.yaml(2,1): SLP1010: The key 'layuot' is unknown here; allowed: baseImage, configuration, layout, name, nodeBaseImage, publish, security, variables, warningsAsErrors.
          mend: did you mean 'layout'?
        """,
        await Of("name: shop\nlayuot:\n  services: [src/*]\n"));

    [Fact]
    public async Task An_unknown_key_deep_down_names_what_is_allowed_there() => Assert.Equal(
        """
        platform.yaml(3,5): SLP1010: The key 'ignore' is unknown here; allowed: exclude.
          mend: remove it
        """,
        await Of("security:\n  secretScan:\n    ignore: []\n"));

    [Fact]
    public async Task A_value_of_another_type() => Assert.Equal(
        """
        platform.yaml(1,19): SLP1011: 'warningsAsErrors' must be true or false, but is the text 'yes'.
          mend: write true
        """,
        await Of("warningsAsErrors: yes\n"));

    [Fact]
    public async Task A_map_where_a_list_belongs() => Assert.Equal(
        """
        platform.yaml(3,5): SLP1011: 'services' must be a list, but is a map.
          mend: write a list
        """,
        await Of("layout:\n  services:\n    src: '*'\n"));

    [Fact]
    public async Task A_name_of_several_words() => Assert.Equal(
        """
        platform.yaml(1,7): SLP1024: 'My Shop' cannot be the platform's name; expected a letter, then at most 62 letters, digits, dots, underscores or hyphens.
          mend: write it in one word
        """,
        await Of("name: My Shop\n"));

    [Fact]
    public async Task A_word_that_is_not_allowed() => Assert.Equal(
        """
        platform.yaml(1,16): SLP1013: 'configuration' is 'Relase'; allowed: Debug, Release.
          mend: did you mean 'Release'?
        """,
        await Of("configuration: Relase\n"));

    [Fact]
    public async Task A_base_image_by_tag() => Assert.Equal(
        """
        platform.yaml(1,12): SLP1013: 'baseImage' is 'images/aspnet:10.0', which does not end in a digest: a tag can name another image tomorrow.
          mend: write it as registry/name@sha256:<64 hexadecimal digits>, or layout:PATH, layout:PATH:NAME or layout:PATH@sha256:… for an OCI layout on disk
        """,
        await Of("baseImage: images/aspnet:10.0\n"));

    [Fact]
    public async Task A_base_image_of_node_by_tag() => Assert.StartsWith(
        "platform.yaml(1,16): SLP1013: 'nodeBaseImage' is 'node:22', which does not end in a digest: ",
        await Of("nodeBaseImage: node:22\n"), StringComparison.Ordinal);

    [Fact]
    public async Task An_exclusion_without_a_reason() => Assert.Equal(
        """
        platform.yaml(4,9): SLP1012: The key 'reason' is missing here.
          mend: add 'reason: ...'
        """,
        await Of("security:\n  secretScan:\n    exclude:\n      - path: tests/keys\n"));

    [Fact]
    public async Task A_tab() => Assert.Equal(
        """
        platform.yaml(2,1): SLP1002: A tab indents this line; YAML allows spaces only.
          mend: replace it by two spaces
        """,
        await Of("layout:\n\tservices: [src/*]\n"));

    [Fact]
    public async Task An_empty_file() => Assert.Equal(
        """
        platform.yaml(1,1): SLP1001: The file is empty.
          mend: write its keys, or remove the file
        """,
        await Of(""));

    [Fact]
    public async Task Ten_megabytes() => Assert.Equal(
        """
        platform.yaml(1,1): SLP1005: The file has 10485766 bytes; at most 1048576 are read.
          mend: split it, or move data elsewhere
        """,
        await Of("name: " + new string('a', 10 << 20)));

    [Fact]
    public async Task An_alias_bomb() => Assert.Equal(
        """
        platform.yaml(1,7): SLP1004: '&a': anchors and aliases are not allowed.
          mend: write the value out where it is needed
        platform.yaml(2,16): SLP1004: '&b': anchors and aliases are not allowed.
          mend: write the value out where it is needed
        platform.yaml(2,20): SLP1004: '*a': anchors and aliases are not allowed.
          mend: write the value out where it is needed
        platform.yaml(2,24): SLP1004: '*a': anchors and aliases are not allowed.
          mend: write the value out where it is needed
        """,
        await Of("name: &a shop\nlayout: {apps: &b [*a, *a]}\n"));

    [Fact]
    public async Task Every_problem_of_the_file_is_told_at_once() => Assert.Equal(
        """
        platform.yaml(1,1): SLP1010: The key 'nmae' is unknown here; allowed: baseImage, configuration, layout, name, nodeBaseImage, publish, security, variables, warningsAsErrors.
          mend: did you mean 'name'?
        platform.yaml(2,19): SLP1011: 'warningsAsErrors' must be true or false, but is the number 1.
          mend: write true or false
        services/catalog/unit.yaml(1,7): SLP1013: 'kind' is 'servise'; allowed: service, app, package.
          mend: did you mean 'service'?
        """,
        await TwoFiles());

    private static Task<string> Of(string content) => BadInput.Of("platform.yaml", content);

    private static async Task<string> TwoFiles()
    {
        using var repository = new TemporaryRepository(
                ("platform.yaml", "nmae: shop\nwarningsAsErrors: 1\n"),
                ("services/catalog/unit.yaml", "kind: servise\n"))
            .Project("services/catalog/Catalog.csproj");
        return await BadInput.Of(repository);
    }
}
