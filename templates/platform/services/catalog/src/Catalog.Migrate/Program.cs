using Catalog.Migrate;
using Slipway.Migrations.Runner;

return MigrationRunner.Run(args, CatalogDbFactory.For);
