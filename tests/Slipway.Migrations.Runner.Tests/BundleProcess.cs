using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>A bundle as a process of its own. The tests' own assembly plays it, when a variable says so.</summary>
internal static class BundleProcess
{
    private const string Role = "SLIPWAY_TEST_BUNDLE";

    /// <returns>The exit code, or null where this process is to run tests.</returns>
    public static int? Play(string[] args) =>
        Environment.GetEnvironmentVariable(Role) is { } context ? MigrationRunner.Run(args, text => Create(context, text)) : null;

    public static Process Start<T>(string connection, params string[] args)
        where T : DbContext => StartIn<T>(AppContext.BaseDirectory, connection, args);

    /// <param name="folder">Where a copy of the tests' program lies.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="args">The command line.</param>
    public static Process StartIn<T>(string folder, string connection, params string[] args)
        where T : DbContext
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Join(folder, $"{typeof(BundleProcess).Assembly.GetName().Name}.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Role] = typeof(T).Name;
        start.Environment["SLIPWAY_CONNECTION"] = connection;
        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Out, string Error)> EndAsync(Process process)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            var (text, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await text, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    private static DbContext Create(string context, string connection) => context switch
    {
        nameof(ShopDb) => new ShopDb(connection),
        nameof(LongDb) => new LongDb(connection),
        nameof(GrowingDb) => new GrowingDb(connection),
        nameof(LocalDb) => new LocalDb(connection),
        _ => throw new ArgumentOutOfRangeException(nameof(context), context, null),
    };
}
