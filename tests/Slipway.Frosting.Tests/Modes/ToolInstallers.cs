using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Frosting.Hosting;
using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Modes;

/// <summary>What Cake has to install tools with costs nothing where a build names no tool.</summary>
public sealed class ToolInstallers : IDisposable
{
    private readonly TestPlatform _platform = new();

    public void Dispose() => _platform.Dispose();

    [Fact]
    public void One_is_made_when_it_is_asked_and_only_once()
    {
        var made = 0;
        var services = new ServiceCollection();
        services.AddSingleton<IPackageInstaller>(_ => { made++; return new Nobodys(); });
        LatePackageInstaller.Replace(services);
        var installer = services.BuildServiceProvider().GetRequiredService<IPackageInstaller>();
        Assert.Equal(0, made);

        Assert.False(installer.CanInstall(new PackageReference("nuget:?package=Shop.Tool"), PackageType.Tool));
        Assert.Empty(installer.Install(new PackageReference("nobody:?package=Shop.Tool"), PackageType.Tool, "./tools"));
        Assert.Equal(1, made);
    }

    [Fact]
    public void All_are_asked_for_a_tool_that_a_build_names()
    {
        var (exit, error) = Run(host => host.ConfigureServices(services => services.AddSingleton(new PackageReference("nobody:?package=Shop.Tool"))));
        Assert.Equal(1, exit);
        Assert.Contains("Could not find an installer for the 'nobody' scheme.", error, StringComparison.Ordinal);
    }

    private (int Exit, string Error) Run(Action<SlipwayHost> configure)
    {
        var host = SlipwayHost.Create().UseRoot(_platform.Root);
        configure(host);
        var before = Console.Error;
        using var error = new StringWriter();
        Console.SetError(error);
        try
        {
            return (host.Start(["--target=Typecheck"]), error.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }

    private sealed class Nobodys : IPackageInstaller
    {
        public bool CanInstall(PackageReference package, PackageType type) => package.Scheme == "nobody";

        public IReadOnlyCollection<Cake.Core.IO.IFile> Install(PackageReference package, PackageType type, Cake.Core.IO.DirectoryPath path) => [];
    }
}
