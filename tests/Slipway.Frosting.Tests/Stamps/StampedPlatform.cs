namespace Slipway.Frosting.Tests.Stamps;

/// <summary>A platform that was stamped once, and that many changes are tried on, each on a file of its own.</summary>
public sealed class StampedPlatform : IAsyncLifetime
{
    internal LaunchedPlatform Launched { get; } = new();

    public async ValueTask InitializeAsync()
    {
        // The dotnet in front of the sample is a shell script, and the tools are those of GNU.
        if (!OperatingSystem.IsLinux()) return;
        foreach (var name in (string[])["edited", "deleted", "renamed", "program"]) Launched.Write($"apps/shop/src/{name}.ts", $"export const {name} = 1;\n");
        await Launched.CommitAsync();
        foreach (var name in (string[])["edited", "again", "renamed", "program"]) Launched.Write($"apps/till/{name}.ts", $"export const {name} = 1;\n");
        File.CreateSymbolicLink(Launched.At("apps/till/link.ts"), "again.ts");
        await Launched.StampAsync("--target=Glance");
    }

    public ValueTask DisposeAsync()
    {
        Launched.Dispose();
        return ValueTask.CompletedTask;
    }
}
