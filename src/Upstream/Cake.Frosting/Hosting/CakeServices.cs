using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting;

/// <summary>What every host has before the build registers anything.</summary>
internal static class CakeServices
{
    public static void AddCake(this IServiceCollection services)
    {
        services
            .AddSingleton<ICakeLog, CakeBuildLog>()
            .AddSingleton<IConsole, CakeConsole>()
            .AddSingleton(_ => AnsiConsole.Create(new AnsiConsoleSettings()))
            .AddSingleton<ICakeReportPrinter, CakeReportPrinter>()
            .AddSingleton<ICakeConfiguration, FrostingConfiguration>()
            .AddSingleton<IToolInstaller, ToolInstaller>()

            .AddSingleton<BuildScriptHost<IFrostingContext>>()
            .AddSingleton<DryRunScriptHost<IFrostingContext>>()
            .AddSingleton<TreeScriptHost>()
            .AddSingleton<DescriptionScriptHost>()

            .AddSingleton<IVersionResolver, VersionResolver>()
            .AddSingleton<VersionFeature>()
            .AddSingleton<InfoFeature>()

            .AddSingleton<TaskRegistration>()
            .AddSingleton<LifetimeRegistration>()

            .UseCakeDefaultModules()

            .AddSingleton<FrostingContext>()
            .AddSingleton<IFrostingContext>(provider => provider.GetRequiredService<FrostingContext>());
    }
}
