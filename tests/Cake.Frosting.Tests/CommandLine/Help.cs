using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class Help
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public Task Lists_every_option(string option)
        => Verifier.Verify(ChildProcess.Sample.Run(option).Output).UseTextForParameters("text");
}
