namespace Slipway.Benchmarks.Platforms;

/// <summary>What lies at the root: the policy of the projects, and what each tool wants to be told.</summary>
internal static class RootFiles
{
    public static IEnumerable<(string Path, string Text)> Of(SyntheticPlatform platform)
    {
        yield return (".editorconfig", EditorConfig);
        yield return (".gitattributes", "* text=auto eol=lf\n");
        // No slash behind node_modules: the peers' packages may be a link.
        yield return (".gitignore", "bin/\nobj/\nartifacts/\nnode_modules\n.turbo/\n.nx/\n");
        yield return ("global.json", GlobalJson);
        yield return ("nuget.config", NuGetConfig);
        yield return ("Directory.Build.props", BuildProps);
        yield return ("Directory.Build.targets", BuildTargets);
        yield return ("Directory.Packages.props", Packages);
        yield return ("Platform.slnx", Solution(platform));
        yield return ("platform.yaml", "name: Synthetic\n");
        yield return ("package.json", Workspace);
        yield return ("package-lock.json", LockFile(platform));
        yield return ("turbo.json", Turbo);
        yield return ("nx.json", Nx);
    }

    private static string Solution(SyntheticPlatform platform)
    {
        var projects = platform.Units.SelectMany(unit => new[] { unit.Project, unit.TestProject }).Order(StringComparer.Ordinal);
        return $"<Solution>\n{string.Concat(projects.Select(project => $"  <Project Path=\"{project}\" />\n"))}</Solution>\n";
    }

    private static string LockFile(SyntheticPlatform platform)
    {
        var links = platform.Units.Select(unit => $"    \"node_modules/{unit.Id}\": {{ \"resolved\": \"{unit.Folder}\", \"link\": true }}");
        var members = platform.Units.Select(unit => $"    \"{unit.Folder}\": {{ \"name\": \"{unit.Id}\", \"version\": \"0.0.0\"{Dependencies(unit)} }}");
        return $$"""
            {
              "name": "synthetic",
              "lockfileVersion": 3,
              "requires": true,
              "packages": {
                "": { "name": "synthetic", "workspaces": ["services/*", "packages/*"] },
            {{string.Join(",\n", links.Concat(members))}}
              }
            }

            """;
    }

    private static string Dependencies(SyntheticUnit unit) =>
        unit.Uses is { } used ? $", \"dependencies\": {{ \"{used.ToLowerInvariant()}\": \"*\" }}" : "";

    private const string EditorConfig =
        """
        root = true

        [*]
        charset = utf-8
        end_of_line = lf
        indent_style = space
        indent_size = 2
        insert_final_newline = true

        [*.cs]
        indent_size = 4
        csharp_style_namespace_declarations = file_scoped:warning

        [**/tests/**.cs]
        # A test's name is a sentence.
        dotnet_diagnostic.CA1707.severity = none

        """;

    private const string GlobalJson =
        """
        {
          "sdk": { "version": "10.0.401", "rollForward": "latestPatch" },
          "test": { "runner": "Microsoft.Testing.Platform" }
        }

        """;

    private const string NuGetConfig =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <fallbackPackageFolders>
            <clear />
          </fallbackPackageFolders>
        </configuration>

        """;

    private const string BuildProps =
        """
        <Project>

          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>14</LangVersion>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <RootNamespace>$(MSBuildProjectName)</RootNamespace>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisLevel>latest-recommended</AnalysisLevel>
            <Deterministic>true</Deterministic>
            <PathMap>$(MSBuildThisFileDirectory)=/platform/</PathMap>
            <IncludeSourceRevisionInInformationalVersion>false</IncludeSourceRevisionInInformationalVersion>
            <EnableSourceLink>false</EnableSourceLink>
            <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
            <IsPackable>false</IsPackable>
            <!-- Asking a registry for news of packages would measure the registry. -->
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>

          <PropertyGroup Condition="$(MSBuildProjectName.EndsWith('Tests'))">
            <IsTestProject>true</IsTestProject>
            <OutputType>Exe</OutputType>
            <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
          </PropertyGroup>

        </Project>

        """;

    private const string BuildTargets =
        """
        <Project>

          <ItemGroup Condition="'$(IsTestProject)' == 'true'">
            <PackageReference Include="xunit.v3" />
            <Using Include="Xunit" />
          </ItemGroup>

        </Project>

        """;

    private const string Packages =
        """
        <Project>

          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
          </PropertyGroup>

          <ItemGroup>
            <PackageVersion Include="xunit.v3" Version="4.0.2" />
          </ItemGroup>

        </Project>

        """;

    private const string Workspace =
        """
        {
          "name": "synthetic",
          "private": true,
          "packageManager": "npm@11.0.0",
          "workspaces": ["services/*", "packages/*"]
        }

        """;

    // Inputs and outputs as one would write them for .NET: what is compiled, and what the compile leaves.
    private const string Turbo =
        """
        {
          "globalDependencies": ["Directory.*", "global.json", "nuget.config", ".editorconfig"],
          "tasks": {
            "build": {
              "dependsOn": ["^build"],
              "inputs": ["package.json", "src/**/*.cs", "src/**/*.csproj", "tests/**/*.cs", "tests/**/*.csproj", "!**/bin/**", "!**/obj/**"],
              "outputs": ["src/*/bin/**", "src/*/obj/**", "tests/*/bin/**", "tests/*/obj/**"]
            },
            "test": {
              "dependsOn": ["build"],
              "inputs": ["package.json", "src/**/*.cs", "src/**/*.csproj", "tests/**/*.cs", "tests/**/*.csproj", "!**/bin/**", "!**/obj/**"],
              "outputs": []
            }
          }
        }

        """;

    private const string Nx =
        """
        {
          "defaultBase": "main",
          "neverConnectToCloud": true,
          "analytics": false,
          "plugins": ["@nx/dotnet"]
        }

        """;
}
