using Catalog.Migrate;
using Slipway.Migrations.Runner;

// A lambda: the service is loaded inside the runner, which names the file that does not load.
return MigrationRunner.Run(args, connection => CatalogDbFactory.For(connection));
