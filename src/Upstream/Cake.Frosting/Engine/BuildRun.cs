using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>
/// One run, in the order that Cake has: folder, verbosity, tools, tasks, then whichever host the mode asks for.
/// Each step takes its services only when it comes: the configuration reads <c>cake.config</c> in the folder that the first one sets.
/// </summary>
internal sealed class BuildRun(BuildOptions options, IServiceProvider services)
{
    public void Run()
    {
        SetWorkingDirectory();
        SetVerbosity();
        var host = ScriptHost();
        InstallTools();

        if (options.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        services.GetRequiredService<TaskRegistration>().Register();
        services.GetRequiredService<LifetimeRegistration>().Register();
        host.RunTargets(options.Targets);
    }

    private void SetWorkingDirectory()
    {
        var environment = services.GetRequiredService<ICakeEnvironment>();
        var directory = options.WorkingDirectory ?? services.GetService<WorkingDirectory>()?.Path;
        var absolute = directory?.MakeAbsolute(environment) ?? environment.WorkingDirectory;
        if (!services.GetRequiredService<IFileSystem>().Exist(absolute))
        {
            throw new FrostingException($"The working directory '{absolute.FullPath}' does not exist.");
        }

        environment.WorkingDirectory = absolute;
    }

    private void SetVerbosity()
    {
        var log = services.GetRequiredService<ICakeLog>();
        log.Verbosity = services.GetRequiredService<ICakeConfiguration>().GetVerbosity(options.Verbosity, Verbosity.Normal);
    }

    private ScriptHost ScriptHost() => options switch
    {
        { DryRun: true } => services.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
        { Tree: true } => services.GetRequiredService<TreeScriptHost>(),
        { Description: true } => services.GetRequiredService<DescriptionScriptHost>(),
        _ => services.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
    };

    private void InstallTools()
    {
        var tools = services.GetServices<PackageReference>().ToList();
        if (tools.Count == 0)
        {
            return;
        }

        services.GetRequiredService<ICakeLog>().Verbose("Installing tools...");
        var installer = services.GetRequiredService<IToolInstaller>();
        tools.ForEach(installer.Install);
    }
}
