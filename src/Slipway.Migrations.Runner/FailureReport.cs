namespace Slipway.Migrations.Runner;

/// <summary>What to tell of a failure, in the parts that a program wants to have apart.</summary>
/// <param name="Exit">What the process says.</param>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record FailureReport(ExitCode Exit, string Code, string Message)
{
    /// <summary>Null where it failed before there was a context.</summary>
    public string? Service { get; init; }

    public string? Migration { get; init; }

    public string? Statement { get; init; }

    public string? SqlState { get; init; }

    public required string Mend { get; init; }

    public override string ToString()
    {
        var where = Service is null ? "" : Migration is null ? $"{Service}: " : $"{Service}: the migration {Migration} failed. ";
        var statement = Statement is null ? "" : $"{Environment.NewLine}  at: {Statement}";
        return $"{Code}: {where}{Message}{statement}{Environment.NewLine}  mend: {Mend}";
    }
}
