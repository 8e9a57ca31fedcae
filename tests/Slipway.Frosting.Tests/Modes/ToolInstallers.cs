using Cake.Core.IO;
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
        var host = SlipwayHost.Create().ConfigureServices(services => services.AddSingleton(new PackageReference("nobody:?package=Shop.Tool")));

        var call = HostCall.On(_platform, host, _platform.Cache, ["--target=Typecheck"]);

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("Could not find an installer for the 'nobody' scheme.", call.Error, StringComparison.Ordinal);
    }

    private sealed class Nobodys : IPackageInstaller
    {
        public bool CanInstall(PackageReference package, PackageType type) => package.Scheme == "nobody";

        public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path) => [];
    }
}
