namespace Slipway.Frosting.Tests.Harness;

/// <summary>A clone that has been packaged once, with a cache that holds all of it. Nobody changes either.</summary>
public sealed class BuiltClone : IDisposable
{
    public BuiltClone()
    {
        var call = Clone.Run(Clone.Cache, "--target=Package");
        Assert.True(call.ExitCode == 0, $"{call.Output}\n{call.Error}");
    }

    internal DotNetClone Clone { get; } = new();

    public void Dispose() => Clone.Dispose();
}
