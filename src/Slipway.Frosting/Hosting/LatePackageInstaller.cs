using Cake.Core.IO;
using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Frosting.Hosting;

/// <summary>
/// Makes one of Cake's installers of packages when a package is to be installed. Cake makes them at every start, and the one for NuGet loads
/// NuGet and reads all of its settings, for tools that most builds never name.
/// </summary>
internal sealed class LatePackageInstaller(Func<IPackageInstaller> make) : IPackageInstaller
{
    private readonly Lazy<IPackageInstaller> _installer = new(make);

    public bool CanInstall(PackageReference package, PackageType type) => _installer.Value.CanInstall(package, type);

    public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path) => _installer.Value.Install(package, type, path);

    /// <summary>Takes the place of those that are made by a function, as Cake's own modules register theirs.</summary>
    public static void Replace(IServiceCollection services)
    {
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index].ServiceType != typeof(IPackageInstaller) || services[index].ImplementationFactory is not { } make) continue;
            services[index] = ServiceDescriptor.Singleton<IPackageInstaller>(provider => new LatePackageInstaller(() => (IPackageInstaller)make(provider)));
        }
    }
}
