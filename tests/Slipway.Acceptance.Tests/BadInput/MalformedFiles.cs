using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.BadInput;

/// <summary>A few of the many ways to be wrong; all of them are tried where the files are read.</summary>
[Collection<OwnCheckouts>]
public sealed class MalformedFiles
{
    [Theory]
    [InlineData("platform.yaml", "name: shop\nlayuot:\n  services: [src/*]\n", "(2,1): SLP1010: ", "did you mean 'layout'?")]
    [InlineData("platform.yaml", "warningsAsErrors: yes\n", "(1,19): SLP1011: ", "write true")]
    [InlineData("platform.yaml", "layout:\n\tservices: [src/*]\n", "(2,1): SLP1002: ", "replace it by two spaces")]
    [InlineData("platform.yaml", "configuration: Relase\n", "(1,16): SLP1013: ", "did you mean 'Release'?")]
    [InlineData("services/catalog/unit.yaml", "databse:\n  kind: postgresql\n", "(1,1): SLP1010: ", "did you mean 'database'?")]
    public async Task Each_ends_the_run_with_its_place_and_its_remedy_before_anything_is_written(string file, string content, string place, string mend)
    {
        using var repository = await SmallRepository.WithAsync(file, content);
        var before = FileState.Names(repository.Root);

        var run = (await Launcher.RunAsync($"--platform={repository.Root}")).Exits(2);

        Assert.StartsWith(file + place, run.Problems, StringComparison.Ordinal);
        Assert.EndsWith($"\n  mend: {mend}\n", run.Problems, StringComparison.Ordinal);
        Assert.Equal(before, FileState.Names(repository.Root));
    }
}
