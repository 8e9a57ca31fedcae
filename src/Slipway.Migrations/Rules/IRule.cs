using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Rules;

/// <summary>One rule on what a migration was seen to do.</summary>
internal interface IRule
{
    IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances);
}
