using Slipway.Build.Documentation;
using Slipway.Frosting;

namespace Slipway.Build.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void The_reference_is_what_it_is_generated_from()
    {
        var root = Checkout.Root;
        // The launcher says it; the repository's own tasks read it.
        Environment.SetEnvironmentVariable("SLIPWAY_ROOT", root);
        using var error = new StringWriter();
        var before = Console.Error;
        Console.SetError(error);
        try
        {
            var exit = SlipwayHost.Create().AddAssembly(typeof(DocsTask).Assembly).UseRoot(root).Start(["--target=Docs", "--check"]);

            Assert.True(exit == 0, $"exit code {exit}\n{error}");
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
