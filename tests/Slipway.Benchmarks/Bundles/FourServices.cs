using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Slipway.Benchmarks.Bundles;

/// <summary>Four small services with ten migrations each, a project that all of them share, and a bundle of ours for each.</summary>
/// <param name="root">Where they lie.</param>
/// <param name="repository">Slipway's own repository, whose versions of packages they use.</param>
internal sealed class FourServices(string root, string repository)
{
    private const int Migrations = 10;

    public static readonly IReadOnlyList<string> Names = ["Catalog", "Ordering", "Billing", "Stock"];

    public string Root => root;

    /// <summary>The version that the runner is packed with here. Another each time: what NuGet has fetched once it does not look at again.</summary>
    public string RunnerVersion { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.1-figure.{DateTime.UtcNow:yyyyMMddHHmmss}");

    /// <summary>The version of EF Core, and so of <c>dotnet-ef</c>.</summary>
    public string EntityFramework { get; } = VersionOf(repository, "Microsoft.EntityFrameworkCore");

    public static string BundleProject(string name) => $"{name}.Migrate/{name}.Migrate.csproj";

    public static string ServiceProject(string name) => $"{name}/{name}.csproj";

    /// <param name="feed">The folder that the runner was packed into.</param>
    public void Write(string feed)
    {
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
              </PropertyGroup>
            </Project>
            """);
        Write("nuget.config", $"""<configuration><packageSources><add key="figure" value="{feed}" /></packageSources></configuration>""");
        Write("Shared/Shared.csproj", Project("Microsoft.NET.Sdk", "", ""));
        Write("Shared/Money.cs", "namespace Shared; public readonly record struct Money(decimal Amount);");
        foreach (var name in Names) WriteService(name);
        Write("Bundles.slnx", $"<Solution>{string.Concat(Names.Select(name => $"""<Project Path="{BundleProject(name)}" />"""))}</Solution>");
        Write("Services.slnx", $"<Solution>{string.Concat(Names.Select(name => $"""<Project Path="{ServiceProject(name)}" />"""))}</Solution>");
        // One graph: what the bundles share is built once.
        Write("Bundles.proj", $"""
            <Project>
              <ItemGroup>
                {string.Concat(Names.Select(name => $"""<Bundle Include="{BundleProject(name)}" />"""))}
              </ItemGroup>
              <Target Name="Bundles">
                <MSBuild Projects="@(Bundle)" Targets="Publish" BuildInParallel="true" Properties="Configuration=Release;PublishDir={root}/out/%(Filename)/" />
              </Target>
            </Project>
            """);
    }

    /// <summary>Deletes all that a build leaves.</summary>
    public void Wipe()
    {
        foreach (var folder in Directory.GetDirectories(root).Where(folder => Path.GetFileName(folder) == "out")
            .Concat(Directory.GetDirectories(root, "obj", SearchOption.AllDirectories)).Concat(Directory.GetDirectories(root, "bin", SearchOption.AllDirectories)).ToArray())
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    private void WriteService(string name)
    {
        Write(ServiceProject(name), Project("Microsoft.NET.Sdk.Web", "../Shared/Shared.csproj",
            Package("Microsoft.EntityFrameworkCore.Relational", EntityFramework) + Package("Microsoft.EntityFrameworkCore.Design", EntityFramework, "PrivateAssets=\"all\"")
            + Package("Npgsql.EntityFrameworkCore.PostgreSQL", VersionOf(repository, "Npgsql.EntityFrameworkCore.PostgreSQL"))));
        Write($"{name}/Program.cs", "var app = WebApplication.CreateBuilder(args).Build();\napp.MapGet(\"/\", () => new Shared.Money(1));\napp.Run();");
        Write($"{name}/{name}Db.cs", $$"""
            using Microsoft.EntityFrameworkCore;
            using Microsoft.EntityFrameworkCore.Design;
            namespace {{name}};
            public sealed class {{name}}Db(DbContextOptions<{{name}}Db> options) : DbContext(options);
            public sealed class {{name}}DbFactory : IDesignTimeDbContextFactory<{{name}}Db>
            {
                public static {{name}}Db For(string connection) => new(new DbContextOptionsBuilder<{{name}}Db>().UseNpgsql(connection).Options);
                public {{name}}Db CreateDbContext(string[] args) => For("Host=localhost");
            }
            """);
        var code = new StringBuilder($"using Microsoft.EntityFrameworkCore.Infrastructure;\nusing Microsoft.EntityFrameworkCore.Migrations;\nnamespace {name};\n");
        for (var number = 1; number <= Migrations; number++)
        {
            code.Append(CultureInfo.InvariantCulture, $$"""
                [DbContext(typeof({{name}}Db)), Migration("202601{{number:00}}000000_Step")]
                public sealed class Step{{number}} : Migration
                {
                    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE table_{{number}} (id bigint PRIMARY KEY);");
                    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE table_{{number}};");
                }

                """);
        }
        Write($"{name}/Migrations.cs", code.ToString());
        Write(BundleProject(name), Project("Microsoft.NET.Sdk", $"../{name}/{name}.csproj", Package("Slipway.Migrations.Runner", RunnerVersion), "<OutputType>Exe</OutputType>"));
        Write($"{name}.Migrate/Program.cs", $"return Slipway.Migrations.Runner.MigrationRunner.Run(args, connection => {name}.{name}DbFactory.For(connection));");
    }

    private static string Project(string sdk, string reference, string packages, string properties = "") => $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>{properties}</PropertyGroup>
          <ItemGroup>{packages}{(reference.Length == 0 ? "" : $"""<ProjectReference Include="{reference}" />""")}</ItemGroup>
        </Project>
        """;

    private static string Package(string name, string version, string more = "") => $"""<PackageReference Include="{name}" Version="{version}" {more} />""";

    private void Write(string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private static string VersionOf(string repository, string package) => XDocument.Load(Path.Combine(repository, "Directory.Packages.props"))
        .Descendants("PackageVersion").Single(version => (string?)version.Attribute("Include") == package).Attribute("Version")!.Value;
}
