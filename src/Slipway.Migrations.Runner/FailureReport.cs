namespace Slipway.Migrations.Runner;

/// <summary>What to tell of a failure, in the parts that a program wants to have apart.</summary>
internal sealed record FailureReport(ExitCode Code, string Message)
{
    public string? Service { get; init; }

    public string? Migration { get; init; }

    public string? Statement { get; init; }

    public string? SqlState { get; init; }

    public string? Mend { get; init; }

    public override string ToString()
    {
        var where = Service is null ? "" : Migration is null ? $"{Service}: " : $"{Service}: the migration {Migration} failed. ";
        var statement = Statement is null ? "" : $"{Environment.NewLine}  at: {Statement}";
        var mend = Mend is null ? "" : $"{Environment.NewLine}  mend: {Mend}";
        return $"{where}{Message}{statement}{mend}";
    }
}
