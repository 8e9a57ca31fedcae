using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Everything that a build registers, on the service collection that a startup class is given.</summary>
public static class ServiceCollectionExtensions
{
    extension(IServiceCollection services)
    {
        /// <summary>The context that the tasks are given, instead of <see cref="FrostingContext"/>.</summary>
        public IServiceCollection UseContext<TContext>()
            where TContext : class, IFrostingContext
            => services.AddSingleton<IFrostingContext, TContext>();

        /// <summary>One class for setup and teardown of the run.</summary>
        public IServiceCollection UseLifetime<TLifetime>()
            where TLifetime : class, IFrostingLifetime
            => services
                .AddSingleton<IFrostingLifetime, TLifetime>()
                .AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<IFrostingLifetime>())
                .AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<IFrostingLifetime>());

        /// <summary>What runs before the first task.</summary>
        public IServiceCollection UseSetup<TSetup>()
            where TSetup : class, IFrostingSetup
            => services.AddSingleton<IFrostingSetup, TSetup>();

        /// <summary>What runs after the last task.</summary>
        public IServiceCollection UseTeardown<TTeardown>()
            where TTeardown : class, IFrostingTeardown
            => services.AddSingleton<IFrostingTeardown, TTeardown>();

        /// <summary>One class for setup and teardown of each task.</summary>
        public IServiceCollection UseTaskLifetime<TLifetime>()
            where TLifetime : class, IFrostingTaskLifetime
            => services
                .AddSingleton<IFrostingTaskLifetime, TLifetime>()
                .AddSingleton<IFrostingTaskSetup>(provider => provider.GetRequiredService<IFrostingTaskLifetime>())
                .AddSingleton<IFrostingTaskTeardown>(provider => provider.GetRequiredService<IFrostingTaskLifetime>());

        /// <summary>What runs before each task.</summary>
        public IServiceCollection UseTaskSetup<TSetup>()
            where TSetup : class, IFrostingTaskSetup
            => services.AddSingleton<IFrostingTaskSetup, TSetup>();

        /// <summary>What runs after each task.</summary>
        public IServiceCollection UseTaskTeardown<TTeardown>()
            where TTeardown : class, IFrostingTaskTeardown
            => services.AddSingleton<IFrostingTaskTeardown, TTeardown>();

        /// <summary>A Cake module: its registrations replace Cake's own.</summary>
        public IServiceCollection UseModule<TModule>()
            where TModule : ICakeModule, new()
            => Cli.ServiceCollectionExtensions.UseModule<TModule>(services);

        /// <summary>Someone who installs tools of a scheme of their own.</summary>
        public IServiceCollection UsePackageInstaller<TPackageInstaller>()
            where TPackageInstaller : class, IPackageInstaller
            => services.AddSingleton<IPackageInstaller, TPackageInstaller>();

        /// <summary>A tool to install before the run, such as <c>nuget:?package=GitVersion.Tool&amp;version=6.0.0</c>.</summary>
        public IServiceCollection UseTool(Uri uri)
        {
            ArgumentNullException.ThrowIfNull(uri);
            return services.AddSingleton(new PackageReference(uri.OriginalString));
        }

        /// <summary>The folder that the run works in; <c>--working</c> beats it.</summary>
        public IServiceCollection UseWorkingDirectory(DirectoryPath path)
        {
            ArgumentNullException.ThrowIfNull(path);
            return services.AddSingleton(new WorkingDirectory(path));
        }

        /// <summary>A value of Cake's configuration.</summary>
        public IServiceCollection UseCakeSetting(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(key);
            ArgumentNullException.ThrowIfNull(value);
            return services.AddSingleton(new CakeSetting(key, value));
        }

        /// <summary>Where tools are installed.</summary>
        public IServiceCollection UseToolPath(DirectoryPath toolPath)
        {
            ArgumentNullException.ThrowIfNull(toolPath);
            return services.UseCakeSetting("paths_tools", toolPath.FullPath);
        }
    }
}
