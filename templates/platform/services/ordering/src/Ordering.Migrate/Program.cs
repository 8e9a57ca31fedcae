using Ordering.Migrate;
using Slipway.Migrations.Runner;

return MigrationRunner.Run(args, OrderingDbFactory.For);
