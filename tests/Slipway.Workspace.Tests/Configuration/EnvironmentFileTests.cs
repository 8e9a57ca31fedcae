using Slipway.Model;
using Slipway.Model.Environments;
using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.Configuration;

public sealed class EnvironmentFileTests
{
    private static readonly UnitName Catalog = UnitName.Parse("catalog");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Environments_come_in_the_order_in_which_content_moves()
    {
        using var repository = new TemporaryRepository(
            ("environments/production.yaml", "description: p"), ("environments/dev.yaml", "description: d"), ("environments/local.yaml", "description: l"));

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal([EnvironmentName.Local, EnvironmentName.Dev, EnvironmentName.Production], platform.Environments.Select(environment => environment.Name));
    }

    [Fact]
    public async Task Settings_are_plain_values_or_references_to_secrets()
    {
        using var repository = new TemporaryRepository(
                ("environments/dev.yaml",
                """
                urls:
                  catalog: https://catalog.dev.example.com
                settings:
                  catalog:
                    Logging__Level: Debug
                    Retries: 3
                    TokenLifetime: 60
                    Db__Password: env:CATALOG_PASSWORD
                    ApiKey: file:/run/secrets/api-key
                    ConnectionStrings__Catalog: Host=db;Database=catalog
                """))
            .Project("services/catalog/Catalog.csproj");

        var dev = Assert.Single((await WorkspaceReader.ReadAsync(repository.Root, Cancel)).Environments);

        Assert.Equal("https://catalog.dev.example.com", dev.Urls[Catalog]);
        Assert.Equal(
            [
                new("ApiKey", new SettingValue.FromFile("/run/secrets/api-key")),
                new("ConnectionStrings__Catalog", new SettingValue.Plain("Host=db;Database=catalog")),
                new("Db__Password", new SettingValue.FromVariable("CATALOG_PASSWORD")),
                new("Logging__Level", new SettingValue.Plain("Debug")),
                new("Retries", new SettingValue.Plain("3")),
                new("TokenLifetime", new SettingValue.Plain("60")),
            ],
            dev.Settings[Catalog]);
    }
}
