using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>Compares the model with the newest migration's snapshot.</summary>
internal sealed class CheckModelVerb : Verb
{
    public override async Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        await using var context = run.Context();
        if (context.Database.HasPendingModelChanges())
            throw new RunnerException(ExitCode.Drift, Codes.ModelChanged, "The model has changes that no migration holds.", "Add one: dotnet ef migrations add NAME.");

        run.Journal.Say("check-model", "The model and the newest migration agree.");
        return ExitCode.Done;
    }
}
