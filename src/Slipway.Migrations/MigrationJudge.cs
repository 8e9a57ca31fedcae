using Slipway.Migrations.Judging;

namespace Slipway.Migrations;

/// <summary>Judges migrations: by running them on a scratch PostgreSQL and watching what it does, or by EF Core's operations alone.</summary>
public static class MigrationJudge
{
    /// <summary>Runs every migration in order, statement by statement in the transactions that it will have, and judges what PostgreSQL did.</summary>
    /// <param name="set">The migrations.</param>
    /// <param name="scratch">The connection string of an empty database that is thrown away afterwards, of a user who may make roles; best of a superuser. The migrations run as an owner of it
    /// who may do nothing outside.</param>
    /// <param name="options">What else is known; nothing by default.</param>
    /// <param name="cancellationToken">Ends the statement that runs.</param>
    /// <exception cref="Model.Problems.BadInputException">The scratch database cannot be used, or its user may make no roles; or the migrations are written for another database than PostgreSQL.</exception>
    public static Task<Judgement> JudgeAsync(MigrationSet set, string scratch, JudgeOptions? options = null, CancellationToken cancellationToken = default) =>
        new ObservingJudge(set, options ?? new()).JudgeAsync(scratch, cancellationToken);

    /// <summary>Judges by EF Core's operations, without any database. SQL that people wrote is a finding (MIG120): only observation can tell what it does.</summary>
    /// <param name="set">The migrations of a bundle.</param>
    /// <param name="options">What else is known; nothing by default.</param>
    public static Judgement JudgeOperations(MigrationSet set, JudgeOptions? options = null) => new OperationJudge(set, options ?? new()).Judge();
}
