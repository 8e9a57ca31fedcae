using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>A bundle that is a folder, of which a file got lost or damaged on its way.</summary>
public sealed class NotWholeTests
{
    private const string File = "Npgsql.EntityFrameworkCore.PostgreSQL.dll";

    [Theory]
    [InlineData(null, "is missing")]
    [InlineData("", "is damaged, or of another version than it was built with")]
    [InlineData("junk", "is damaged, or of another version than it was built with")]
    public async Task Its_name_is_told_and_no_trace_is_shown(string? content, string what)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-bundle-");
        try
        {
            foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
                System.IO.File.Copy(file, Path.Join(folder.FullName, Path.GetFileName(file)));
            var broken = Path.Join(folder.FullName, File);
            System.IO.File.Delete(broken);
            if (content is not null) await System.IO.File.WriteAllTextAsync(broken, content, TestContext.Current.CancellationToken);

            var run = await BundleProcess.EndAsync(BundleProcess.StartIn<ShopDb>(folder.FullName, "Host=127.0.0.1;Database=shop", "--verbose"));

            Assert.Equal(
                (1, "", $"error SLP3215: Slipway.Migrations.Runner.Tests: The bundle is not whole: {broken} {what}.{Environment.NewLine}"
                    + $"  mend: Bring every file of the release's migrate/ to where the bundle runs; --target=Verify says whether the release itself is whole.{Environment.NewLine}"),
                run);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
