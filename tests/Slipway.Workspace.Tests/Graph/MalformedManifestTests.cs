using System.Text;

namespace Slipway.Workspace.Tests.Graph;

public sealed class MalformedManifestTests
{
    private const string Path = "apps/shop/package.json";

    [Theory]
    [InlineData("{\n  \"name\": \"shop\"\n  \"x\": 1\n}", "(3,3): SLP1035: This is not JSON: '\"' is invalid after a value.")]
    [InlineData("{ \"name\": \"shop\", }", "(1,19): SLP1035: This is not JSON: The JSON object contains a trailing comma")]
    [InlineData("{ \"name\": \"süß\" } {}", "(1,19): SLP1035: This is not JSON: '{' is invalid after a single JSON value.")]
    [InlineData("{ \"name\": \"shop", "(1,16): SLP1035: This is not JSON: Expected end of string")]
    [InlineData("{ \"name\": \"\\ud800\" }", "(1,11): SLP1035: This is not JSON: a text holds half a surrogate pair.")]
    [InlineData("", "(1,1): SLP1035: The file is empty.")]
    [InlineData(" \n", "(1,1): SLP1035: The file is empty.")]
    [InlineData("[]", "(1,1): SLP1011: The file must be an object, but is a list.")]
    [InlineData("{ \"name\": 5 }", "(1,11): SLP1011: 'name' must be a text, but is a number.")]
    [InlineData("{ \"name\": \" \" }", "(1,11): SLP1013: 'name' must not be blank.")]
    [InlineData("{ \"workspaces\": \"apps/*\" }", "(1,17): SLP1011: 'workspaces' must be a list of folders, but is a text.")]
    [InlineData("{ \"workspaces\": { \"packages\": [1] } }", "(1,32): SLP1011: An item of 'workspaces' must be a text, but is a number.")]
    [InlineData("{ \"dependencies\": [] }", "(1,19): SLP1011: 'dependencies' must be an object of texts, but is a list.")]
    [InlineData("{\n  \"scripts\": { \"build\": null }\n}", "(2,25): SLP1011: 'build' of 'scripts' must be a text, but is null.")]
    [InlineData("{ \"dependencies\": { \"x\": \"file:\\u0000\" } }", "(1,26): SLP1013: 'x' of 'dependencies' holds the control character U+0000.")]
    [InlineData("{ \"name\": \"a\",\n  \"name\": \"b\" }", "(2,3): SLP1003: The key 'name' is here for the second time;")]
    public async Task What_is_wrong_is_said_with_its_place(string content, string expected) =>
        Assert.StartsWith(Path + expected, await BadInput.Of(Path, content));

    [Fact]
    public async Task A_file_that_is_not_utf8_says_where_it_ceases_to_be()
    {
        using var repository = new TemporaryRepository((Path, ""));
        await File.WriteAllBytesAsync(repository[Path], [.. "{ \"name\": \"sh"u8, 0xFF, .. "op\" }"u8], TestContext.Current.CancellationToken);

        Assert.StartsWith($"{Path}(1,14): SLP1007: The file is not UTF-8 text.", await BadInput.Of(repository));
    }

    [Fact]
    public async Task A_file_of_more_than_a_megabyte_is_not_read() =>
        Assert.StartsWith($"{Path}(1,1): SLP1005: The file has 1048587 bytes", await BadInput.Of(Path, $$"""{"name":"{{new string('x', 1 << 20)}}"}"""));

    [Fact]
    public async Task A_byte_order_mark_is_passed_over_as_npm_does()
    {
        using var repository = new TemporaryRepository((Path, ""));
        await File.WriteAllTextAsync(repository[Path], """{ "name": "shop" }""", new UTF8Encoding(true), TestContext.Current.CancellationToken);

        var platform = await WorkspaceReader.ReadAsync(repository.Root, TestContext.Current.CancellationToken);

        Assert.Equal("shop", platform.Units[0].Projects[0].Name);
    }

    [Fact]
    public async Task The_one_at_the_root_is_looked_at_too() => Assert.StartsWith(
        "package.json(1,17): SLP1011: 'workspaces' must be a list of folders, but is a number.",
        await BadInput.Of("package.json", """{ "workspaces": 5 }"""));

    [Fact]
    public async Task One_of_no_unit_is_a_notice_and_keeps_nobody_from_building()
    {
        using var repository = new TemporaryRepository((Path, "{}"), ("docs/sample/package.json", "{"));

        var platform = await WorkspaceReader.ReadAsync(repository.Root, TestContext.Current.CancellationToken);

        Assert.Contains(platform.Notices, notice => notice is { Code: "SLP1035", File: "docs/sample/package.json", Line: 1 });
    }

    [Fact]
    public async Task Two_packages_of_one_name_are_refused_when_a_third_asks_for_it()
    {
        using var repository = new TemporaryRepository(
            ("packages/one/package.json", """{ "name": "ui" }"""), ("packages/two/package.json", """{ "name": "ui" }"""));
        Assert.Empty((await WorkspaceReader.ReadAsync(repository.Root, TestContext.Current.CancellationToken)).Notices);

        repository.Write(Path, """{ "dependencies": { "ui": "*" } }""");

        Assert.Equal(
            """
            packages/two/package.json: SLP1037: 'ui' is the name of 'packages/one/package.json' and of 'packages/two/package.json', and 'apps/shop/package.json' asks for it by that name.
              mend: rename one of them
            """,
            await BadInput.Of(repository));
    }
}
