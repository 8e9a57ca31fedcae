using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;

namespace Cake.Frosting;

/// <summary>The same registrations as <see cref="ServiceCollectionExtensions"/>, in a chain on the host.</summary>
public static class CakeHostExtensions
{
    extension(CakeHost host)
    {
        /// <summary>Wiring in a class of its own.</summary>
        public CakeHost UseStartup<TStartup>()
            where TStartup : IFrostingStartup, new()
            => host.ConfigureServices(new TStartup().Configure);

        /// <inheritdoc cref="ServiceCollectionExtensions.UseContext"/>
        public CakeHost UseContext<TContext>()
            where TContext : class, IFrostingContext
            => host.ConfigureServices(services => services.UseContext<TContext>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UseLifetime"/>
        public CakeHost UseLifetime<TLifetime>()
            where TLifetime : class, IFrostingLifetime
            => host.ConfigureServices(services => services.UseLifetime<TLifetime>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UseSetup"/>
        public CakeHost UseSetup<TSetup>()
            where TSetup : class, IFrostingSetup
            => host.ConfigureServices(services => services.UseSetup<TSetup>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UseTeardown"/>
        public CakeHost UseTeardown<TTeardown>()
            where TTeardown : class, IFrostingTeardown
            => host.ConfigureServices(services => services.UseTeardown<TTeardown>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UseTaskLifetime"/>
        public CakeHost UseTaskLifetime<TLifetime>()
            where TLifetime : class, IFrostingTaskLifetime
            => host.ConfigureServices(services => services.UseTaskLifetime<TLifetime>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UseTaskSetup"/>
        public CakeHost UseTaskSetup<TSetup>()
            where TSetup : class, IFrostingTaskSetup
            => host.ConfigureServices(services => services.UseTaskSetup<TSetup>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UseTaskTeardown"/>
        public CakeHost UseTaskTeardown<TTeardown>()
            where TTeardown : class, IFrostingTaskTeardown
            => host.ConfigureServices(services => services.UseTaskTeardown<TTeardown>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UseModule"/>
        public CakeHost UseModule<TModule>()
            where TModule : ICakeModule, new()
            => host.ConfigureServices(services => services.UseModule<TModule>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UsePackageInstaller"/>
        public CakeHost UsePackageInstaller<TPackageInstaller>()
            where TPackageInstaller : class, IPackageInstaller
            => host.ConfigureServices(services => services.UsePackageInstaller<TPackageInstaller>());

        /// <inheritdoc cref="ServiceCollectionExtensions.UseTool"/>
        public CakeHost InstallTool(Uri uri)
            => host.ConfigureServices(services => services.UseTool(uri));

        /// <inheritdoc cref="ServiceCollectionExtensions.UseWorkingDirectory"/>
        public CakeHost UseWorkingDirectory(DirectoryPath path)
            => host.ConfigureServices(services => services.UseWorkingDirectory(path));

        /// <inheritdoc cref="ServiceCollectionExtensions.UseCakeSetting"/>
        public CakeHost UseCakeSetting(string key, string value)
            => host.ConfigureServices(services => services.UseCakeSetting(key, value));

        /// <inheritdoc cref="ServiceCollectionExtensions.UseToolPath"/>
        public CakeHost SetToolPath(DirectoryPath path)
            => host.ConfigureServices(services => services.UseToolPath(path));
    }
}
