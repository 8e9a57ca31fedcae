using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>What a bundle printed, and how it ended.</summary>
internal sealed record Bundle(ExitCode Code, string Out, string Error)
{
    public static Task<Bundle> ShopAsync(string connection, params string[] args) =>
        RunAsync(text => new ShopDb(text), [.. args, "--connection", connection]);

    /// <param name="contextFor">The service's context.</param>
    /// <param name="args">The command line.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="variable">The value of SLIPWAY_CONNECTION.</param>
    /// <param name="cancellation">Stands for the signals that end a process.</param>
    public static async Task<Bundle> RunAsync(
        Func<string, DbContext> contextFor, string[] args, string input = "", string? variable = null, CancellationToken? cancellation = null)
    {
        using var text = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var surroundings = new Surroundings
        {
            In = reader,
            Out = text,
            Error = error,
            Variable = name => name == "SLIPWAY_CONNECTION" ? variable : null,
        };
        var code = await MigrationRunner.RunAsync(args, contextFor, surroundings, cancellation ?? TestContext.Current.CancellationToken);
        return new(code, text.ToString(), error.ToString());
    }
}
