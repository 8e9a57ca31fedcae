using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Tests.Fingerprints;

public sealed class FilesAboveTests : IDisposable
{
    private readonly string _outer = Directory.CreateTempSubdirectory("slipway-above-").FullName;

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    public void What_tools_look_for_above_a_platform_is_an_input_where_it_lies(string name)
    {
        var root = Directory.CreateDirectory(Path.Combine(_outer, "home", "platform")).FullName;
        File.WriteAllText(Path.Combine(root, name), "its own");
        var before = FilesAbove.Of(root).ToList();
        Assert.DoesNotContain(before, input => input.Name == $"../../{name}");

        File.WriteAllText(Path.Combine(_outer, name), "one");
        var there = FilesAbove.Of(root).Except(before).ToList();
        File.WriteAllText(Path.Combine(_outer, name), "two");
        var edited = FilesAbove.Of(root).Except(before).ToList();

        Assert.Equal($"../../{name}", Assert.Single(there).Name);
        Assert.NotEqual(there, edited);
    }

    public void Dispose() => Directory.Delete(_outer, recursive: true);
}
