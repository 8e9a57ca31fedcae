using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Frosting.Tests.Harness;
using Path = System.IO.Path;

namespace Cake.Frosting.Tests.Wiring;

public sealed class Tools
{
    private static readonly Uri Tool = new("fake:?package=fake.tool");

    [Theory]
    [InlineData("--target=Default")]
    [InlineData("--tree")]
    [InlineData("--description")]
    [InlineData("--dryrun")]
    public void Are_installed_first_in_every_mode(string mode)
    {
        var run = FrostingRun.Of(host => Wire(host.UsePackageInstaller<Installs>().SetToolPath("./kept")), mode);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("installed fake.tool in kept", run.Trace[0]);
    }

    [Fact]
    public void Are_found_by_their_file_name_afterwards()
    {
        var run = FrostingRun.Of(host => Wire(host.UsePackageInstaller<Installs>()));

        Assert.Equal("found fake-tool", run.Trace[1]);
    }

    [Fact]
    public void Of_a_scheme_that_nobody_installs_fail_the_run()
    {
        var run = FrostingRun.Of(Wire);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: Could not find an installer for the 'fake' scheme.", run.Error);
    }

    [Fact]
    public void That_come_to_nothing_fail_the_run()
    {
        var run = FrostingRun.Of(host => Wire(host.UsePackageInstaller<InstallsNothing>()));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: Failed to install tool 'fake.tool'.", run.Error);
    }

    private static void Wire(CakeHost host) => host.InstallTool(Tool).Task<Default>();

    private sealed class Default(Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context)
            => trace.Add($"found {context.Tools.Resolve("fake-tool")?.GetFilename().FullPath}");
    }

    private sealed class Installs(Trace trace, IFileSystem files) : IPackageInstaller
    {
        public bool CanInstall(PackageReference package, PackageType type) => package.Scheme == "fake" && type == PackageType.Tool;

        public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path)
        {
            trace.Add($"installed {package.Package} in {path.GetDirectoryName()}");
            var file = Path.Combine(Directory.CreateTempSubdirectory("tool-").FullName, "fake-tool");
            File.WriteAllText(file, string.Empty);
            return [files.GetFile(file)];
        }
    }

    private sealed class InstallsNothing : IPackageInstaller
    {
        public bool CanInstall(PackageReference package, PackageType type) => true;

        public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path) => [];
    }
}
