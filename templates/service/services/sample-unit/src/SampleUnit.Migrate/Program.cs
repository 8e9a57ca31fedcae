using SampleUnit.Migrate;
using Slipway.Migrations.Runner;

return MigrationRunner.Run(args, SampleUnitDbFactory.For);
