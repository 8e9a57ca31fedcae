using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>The one command. Everything that goes wrong in it is logged here, and becomes the exit code.</summary>
internal sealed class BuildCommand(IServiceCollection services) : Command<BuildOptions>
{
    public override int Execute(CommandContext context, BuildOptions options, CancellationToken cancellationToken)
    {
        services
            .AddSingleton<ICakeArguments>(context.Remaining.ToCakeArguments(options.NoReport, options.Targets))
            .AddSingleton(context.Remaining)
            .AddSingleton(options)
            .AddSingleton<CommandLineSettings>()
            .AddSingleton<BuildRun>();

        using var provider = services.BuildServiceProvider();
        try
        {
            if (options.Version)
            {
                provider.GetRequiredService<VersionFeature>().Run(provider.GetRequiredService<IConsole>());
            }
            else if (options.Info)
            {
                provider.GetRequiredService<InfoFeature>().Run(provider.GetRequiredService<IConsole>());
            }
            else
            {
                provider.GetRequiredService<BuildRun>().Run();
            }

            return 0;
        }
        catch (Exception exception)
        {
            return provider.GetRequiredService<ICakeLog>().LogException(exception);
        }
    }
}
