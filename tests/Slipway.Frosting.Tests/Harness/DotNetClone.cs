using System.Diagnostics;

namespace Slipway.Frosting.Tests.Harness;

/// <summary>
/// A clone of one platform of .NET, with a folder of packages of its own: the package <c>ink</c>, the service <c>shop</c> that uses it, and the
/// package <c>paper</c> that nobody uses. None of them asks for a package, so that nothing has to be fetched.
/// </summary>
internal sealed class DotNetClone : IDisposable
{
    private static readonly System.Reflection.Assembly _none = TaskSource.Compile("");

    private readonly TestPlatform _platform = new();
    private readonly string _packages = Directory.CreateTempSubdirectory("frosting-packages-").FullName;

    public DotNetClone()
    {
        Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        Library("ink", "Ink", "public static class Ink { public static string Colour => \"blue\"; }");
        Library("paper", "Paper", "public static class Paper { public static int Width => 210; }");
        Write("packages/ink/tests/Ink.Tests/Ink.Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><IsTestProject>true</IsTestProject></PropertyGroup>
            <ItemGroup><ProjectReference Include="../../src/Ink/Ink.csproj" /></ItemGroup></Project>
            """);
        Write("packages/ink/tests/Ink.Tests/Program.cs", "return Ink.Colour.Length - 4;");
        Write("services/shop/src/Shop/Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
            <ItemGroup><ProjectReference Include="../../../../packages/ink/src/Ink/Ink.csproj" /></ItemGroup></Project>
            """);
        Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour);");
    }

    public string Root => _platform.Root;

    public string Packages => _packages;

    /// <summary>The folder of a cache that may be shared.</summary>
    public string Cache => _platform.Cache;

    public void Write(string path, string content) => _platform.Write(path, content);

    /// <summary>One run with a cache; what a target of it leaves is left in this clone.</summary>
    public HostCall Run(string cache, params string[] args)
    {
        using var packages = new EnvironmentScope(("NUGET_PACKAGES", _packages));
        return HostCall.On(_platform, _none, cache, args);
    }

    /// <summary>Gives the clone to a user who is nobody, and lets him build the service, without Slipway.</summary>
    public void BuildShopAsNobody()
    {
        Call("chown", "-R", "nobody", Root, _packages);
        Call("runuser", "-u", "nobody", "--", "env", $"HOME={_packages}", $"NUGET_PACKAGES={_packages}", "dotnet", "build",
            Path.Join(Root, "services/shop/src/Shop"), "--no-restore", "-c", "Release", "-nodeReuse:false", "-p:UseSharedCompilation=false");
    }

    /// <summary>The folders of projects whose packages were fetched, relative to the root, in order.</summary>
    public string[] Fetched() =>
        [.. Directory.GetFiles(Root, "project.assets.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, Path.GetDirectoryName(Path.GetDirectoryName(path))!)).Order(StringComparer.Ordinal)];

    /// <summary>What every compile left: the files of all <c>bin</c> folders, by path.</summary>
    public string[] Binaries() =>
        [.. Files().Where(path => path.Contains("/bin/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Assemblies, symbols and whatever a release holds, by path, with their digests.</summary>
    public string[] Made() =>
    [
        .. Files().Where(path => path.EndsWith(".dll", StringComparison.Ordinal) || path.EndsWith(".pdb", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("artifacts/work", StringComparison.Ordinal))
            .Select(path => $"{path} {Machine.Files.FileDigest.OfFile(Path.Join(Root, path))}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Removes what builds left, and leaves sources alone.</summary>
    public void Wipe()
    {
        foreach (var folder in Directory.GetDirectories(Root, "*", SearchOption.AllDirectories).Where(folder => Path.GetFileName(folder) is "bin" or "obj" or "artifacts"))
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the service prints, run from where its compile left it.</summary>
    public string RunShop()
    {
        using var shop = Process.Start(new ProcessStartInfo("dotnet", [Path.Join(Root, "services/shop/src/Shop/bin/Release/net10.0/Shop.dll")]) { RedirectStandardOutput = true })!;
        return shop.StandardOutput.ReadToEnd().Trim();
    }

    public void Dispose()
    {
        _platform.Dispose();
        Directory.Delete(_packages, recursive: true);
    }

    private static void Call(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }

    private IEnumerable<string> Files() => Machine.Files.FileTree.Files(Root);

    private void Library(string unit, string project, string source)
    {
        Write($"packages/{unit}/src/{project}/{project}.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write($"packages/{unit}/src/{project}/{project}.cs", source);
    }
}
