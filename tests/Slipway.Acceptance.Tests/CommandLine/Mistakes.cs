using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.CommandLine;

public sealed class Mistakes(ReferencePlatform platform)
{
    [Fact]
    public async Task An_unknown_option_names_the_nearest()
    {
        var run = (await Launcher.RunAsync("--exclusiv")).Exits(2);

        Assert.Equal("SLP1106: There is no option '--exclusiv'.\n  mend: did you mean '--exclusive'?\n", run.Problems);
    }

    [Fact]
    public async Task An_unknown_target_names_the_nearest_and_all()
    {
        var run = (await Launcher.RunAsync("--target=Packge")).Exits(2);

        Assert.StartsWith("SLP1105: There is no target 'Packge'.\n  mend: did you mean 'Package'? The targets are: ", run.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_unit_names_the_nearest_and_all()
    {
        var run = (await platform.RunAsync("--target=Unit", "--unit=odering")).Exits(2);

        Assert.StartsWith("SLP2050: There is no unit 'odering' on the platform Harborline.\n  mend: did you mean 'ordering'? The units are: ", run.Problems, StringComparison.Ordinal);
    }
}
