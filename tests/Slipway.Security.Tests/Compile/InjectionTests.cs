using System.Collections.Immutable;
using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Security.Compile;

namespace Slipway.Security.Tests.Compile;

/// <summary>One service with planted holes, built as typecheck builds it and then looked at.</summary>
public sealed class InjectionTests : IDisposable
{
    private const string Folder = "services/shop/src/Shop";
    private static readonly Project Shop = new()
    {
        Path = $"{Folder}/Shop.csproj", Name = "Shop", Role = ProjectRole.Entry, Toolchain = Toolchain.DotNet, TargetFramework = "net10.0",
    };

    private readonly string _root = Directory.CreateTempSubdirectory("slipway-injection-").FullName;
    private readonly ProcessRunner _processes = new();

    [Fact]
    public async Task Planted_holes_are_found_by_file_and_line_and_nothing_else_is_told()
    {
        Write($"{Folder}/Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RunAnalyzers>false</RunAnalyzers>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="10.0.3" />
              </ItemGroup>
            </Project>
            """);
        Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA2100.severity = none\ndotnet_diagnostic.CA1822.severity = warning\n");
        Write($"{Folder}/Program.cs", """
            using Microsoft.EntityFrameworkCore;
            using Npgsql;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<Shop>();
            var app = builder.Build();
            app.MapGet("/concatenated", (string name, Shop shop) => shop.Products.FromSqlRaw("select * from products where name = '" + name + "'").ToListAsync());
            app.MapGet("/interpolated", (string name, Shop shop) => shop.Database.ExecuteSqlRawAsync($"delete from products where name = '{name}'"));
            app.MapGet("/safe", (string name, Shop shop) => shop.Products.FromSql($"select * from products where name = {name}").ToListAsync());
            app.MapGet("/ado", async (string name) =>
            {
                await using var connection = new NpgsqlConnection("Host=db");
                await using var command = connection.CreateCommand();
                command.CommandText = "select * from products where name = '" + name + "'";
                return await command.ExecuteScalarAsync();
            });
            app.Run();

            public class Shop(DbContextOptions<Shop> options) : DbContext(options)
            {
                public DbSet<Product> Products => Set<Product>();
            }

            public record Product(int Id, string Name);
            """);
        Write($"{Folder}/ProductsController.cs", """
            using Microsoft.AspNetCore.Mvc;

            public class ProductsController : Controller
            {
                [HttpGet("/run")]
                public int Run(string tool) => System.Diagnostics.Process.Start("sh", tool).Id;

                [HttpGet("/hash")]
            #pragma warning disable CA5351 // a checksum of a foreign system
                public byte[] Hash(string text) => System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text));
            #pragma warning restore CA5351
            }
            """);
        var build = await _processes.RunAsync(
            ProcessRequest.For("dotnet", "build", Path.Combine(_root, Folder), "-c", "Release", "-v:q", "-nologo", "-nodeReuse:false"), TestContext.Current.CancellationToken);
        Assert.True(build.Succeeded, build.Tail);

        var compile = await Describe();
        var exit = await _processes.RunAsync(compile.Prepare(), TestContext.Current.CancellationToken);
        Assert.True(exit.Succeeded, exit.Tail);
        TestContext.Current.SendDiagnosticMessage($"security compile: {exit.Duration.TotalSeconds:0.0} s");

        var report = CompileReport.Read(compile, Shop);
        Assert.Equal(
            [
                "ProductsController.cs(6,36) CA3006",
                "ProductsController.cs(6,75) SCS0001",
                "Program.cs(14,5) CA2100",
                "Program.cs(7,71) EF1003",
                "Program.cs(8,71) EF1002",
            ],
            report.Findings.Where(finding => finding.Severity == Severity.Error)
                .Select(finding => $"{finding.File![(Folder.Length + 1)..]}({finding.Line},{finding.Column}) {finding.Id}").Order(StringComparer.Ordinal));
        Assert.Equal("CA5351", Assert.Single(report.Suppressed).Id);
        Assert.False(Directory.Exists(Path.Combine(_root, Folder, "obj", "slipway-security")));
    }

    [Fact]
    public async Task A_project_that_left_no_report_is_a_failure()
    {
        var compile = await Describe();

        var failure = Assert.Throws<KnownFailureException>(() => CompileReport.Read(compile, Shop));

        Assert.Equal(Security.Codes.ReportMissing, Assert.Single(failure.Problems).Code);
    }

    [Fact]
    public async Task Tests_are_not_looked_at() => Assert.Equal([Shop], (await Describe()).Projects);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<SecurityCompile> Describe()
    {
        var artifacts = Path.Combine(_root, "artifacts");
        var tools = await SecurityTools.EnsureAsync(Path.Combine(artifacts, "tools"), _root, _processes, TestContext.Current.CancellationToken);
        Assert.Null(tools.Unavailable);
        var unit = new Unit
        {
            Id = new(UnitKind.Service, UnitName.Parse("shop")),
            Toolchain = Toolchain.DotNet,
            Root = "services/shop",
            Folders = ["services/shop"],
            Projects = [Shop, Shop with { Path = "services/shop/tests/Shop.Tests/Shop.Tests.csproj", Role = ProjectRole.UnitTests }],
        };
        var platform = new Platform { Name = "sample", Root = _root, Units = ImmutableArray.Create(unit) };
        return SecurityCompile.Of(platform, platform.Units, tools, Path.Combine(artifacts, "security"));
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, file))!);
        File.WriteAllText(Path.Combine(_root, file), text);
    }
}
