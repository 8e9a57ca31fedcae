using Slipway.Artifacts.Oci.Bases;
using Slipway.Machine.Files;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Oci;

/// <summary>Base images that lie in the cache, and what becomes of them there.</summary>
public sealed class KeptImageTests : IDisposable
{
    private readonly Yard _yard = new();
    private int _pulled;
    private bool _reachable = true;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Damages => ["a layer with other bytes", "a layer that is gone", "a manifest with other bytes", "no index", "an index that is none", "an empty folder"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_one_is_brought_again_and_that_is_said(string damage)
    {
        await FindAsync();
        Damage(damage);

        var found = await FindAsync();

        Assert.Equal((_yard.Base.Digest, 2), (found.Digest, _pulled));
        Assert.Contains("was damaged (", found.Mended, StringComparison.Ordinal);
        Assert.Null((await FindAsync()).Mended);
        Assert.Equal(2, _pulled);
    }

    [Fact]
    public async Task Where_it_cannot_be_brought_again_it_is_to_blame_and_not_the_configuration()
    {
        await FindAsync();
        Damage("a layer with other bytes");
        _reachable = false;

        var problems = (await Assert.ThrowsAsync<KnownFailureException>(FindAsync)).Problems;

        Assert.Equal(["SLP4140", "SLP4121"], problems.Select(problem => problem.Code));
        Assert.Contains("has other bytes", problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(problems, problem => problem.File is "platform.yaml" || problem.Mend!.Contains("platform.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_that_want_it_at_once_bring_it_once()
    {
        await FindAsync();
        Damage("a layer that is gone");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FindAsync()));
        Assert.Equal(2, _pulled);
    }

    [Fact]
    public async Task The_embedded_one_is_made_again()
    {
        Assert.SkipWhen(EmbeddedImage.Hindrance is not null, $"There is no embedded base: {EmbeddedImage.Hindrance}.");
        var web = new FrameworkReference("Microsoft.NETCore.App", $"{Environment.Version.Major}.0.0");
        var image = new EmbeddedImage(_yard.At("kept"));
        var whole = await image.FindAsync([web], Cancellation);
        File.AppendAllText(Path.Combine(whole!.Layout, "blobs/sha256", whole.Layers[1].Digest.Hex), " ");

        var again = await image.FindAsync([web], Cancellation);

        Assert.Equal(whole.Digest, again!.Digest);
        Assert.NotNull(again.Mended);
    }

    public void Dispose() => _yard.Dispose();

    private Task<BaseImage> FindAsync() => new BaseImages(_yard.Root, _yard.At("kept"), (_, _, layout, _) =>
    {
        if (!_reachable) throw new KnownFailureException(new Problem { Code = "SLP4121", Message = "The registry cannot be reached.", Mend = "Check its name and the network." });
        FileTree.Copy(_yard.BaseLayout(), layout);
        _pulled++;
        return Task.CompletedTask;
    }).FindAsync(new BaseImageReference.InRegistry("registry.example/aspnet", _yard.Base.Digest), Cancellation);

    private void Damage(string damage)
    {
        var kept = _yard.At($"kept/{_yard.Base.Digest.Hex}");
        var layer = Path.Combine(kept, "blobs/sha256", _yard.Base.Layers[0].Digest.Hex);
        if (damage is "a layer with other bytes") File.AppendAllText(layer, " ");
        else if (damage is "a layer that is gone") File.Delete(layer);
        else if (damage is "a manifest with other bytes") File.AppendAllText(Path.Combine(kept, "blobs/sha256", _yard.Base.Digest.Hex), " ");
        else if (damage is "no index") File.Delete(Path.Combine(kept, "index.json"));
        else if (damage is "an index that is none") File.WriteAllText(Path.Combine(kept, "index.json"), "{");
        else FileTree.Delete(Path.Combine(kept, "blobs"));
    }
}
