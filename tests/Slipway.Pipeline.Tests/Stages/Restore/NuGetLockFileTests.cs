using Slipway.Model.Problems;

namespace Slipway.Pipeline.Tests.Stages.Restore;

public sealed class NuGetLockFileTests : IDisposable
{
    private const string Cart = "services/cart/packages.lock.json";
    private const string Shop = "services/shop/packages.lock.json";
    private readonly LockPlatform _platform = new LockPlatform().Service("cart").Service("shop");

    [Fact]
    public async Task Where_every_lock_file_lies_there_nothing_is_called_and_nothing_said()
    {
        _platform.Write(Cart, "cart").Write(Shop, "shop");

        Assert.False(await _platform.SettleAsync());

        Assert.Empty(_platform.Calls);
        Assert.Empty(_platform.Said);
    }

    [Fact]
    public async Task Those_that_are_missing_are_written_by_one_restore_and_named()
    {
        _platform.Tool = _ => Write((Cart, "cart"), (Shop, "shop"));

        Assert.True(await _platform.SettleAsync());

        var restore = Assert.Single(_platform.Calls);
        Assert.Equal("restore", restore.Arguments[0]);
        Assert.DoesNotContain("--force-evaluate", restore.Arguments);
        Assert.Equal($"Wrote 2 lock files ({Cart}, {Shop}): commit them.", _platform.Said[^1]);
    }

    [Fact]
    public async Task Only_projects_without_one_are_restored_and_what_that_touched_beside_them_is_named_too()
    {
        _platform.Write(Cart, "cart");
        var solution = "";
        _platform.Tool = call =>
        {
            solution = File.ReadAllText(Path.Join(call.WorkingDirectory, call.Arguments[1]));
            return Write((Cart, "cart, and more"), (Shop, "shop"));
        };

        await _platform.SettleAsync();

        Assert.Contains("shop.csproj", solution, StringComparison.Ordinal);
        Assert.DoesNotContain("cart.csproj", solution, StringComparison.Ordinal);
        Assert.Equal($"Wrote 2 lock files ({Cart}, {Shop}): commit them.", _platform.Said[^1]);
    }

    [Fact]
    public async Task The_fourth_and_further_are_counted_not_named()
    {
        _platform.Service("till").Service("yard");

        await _platform.SettleAsync(new() { MayWrite = false });

        Assert.Equal($"A run would write 4 lock files ({Cart}, {Shop}, services/till/packages.lock.json and 1 more) first.", Assert.Single(_platform.Said));
    }

    [Fact]
    public async Task A_restore_that_fails_leaves_everything_as_it_was_and_gives_its_last_words()
    {
        _platform.Write(Cart, "cart");
        _platform.Tool = _ => Write((Cart, "half"), (Shop, "half")) + 1;

        var failure = await Assert.ThrowsAsync<KnownFailureException>(() => _platform.SettleAsync());

        Assert.Equal(("cart", null), (_platform.Read(Cart), _platform.Read(Shop)));
        Assert.Contains("the last words of the tool", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_writes_nothing_is_a_failure()
    {
        _platform.Tool = _ => 0;

        var failure = await Assert.ThrowsAsync<KnownFailureException>(() => _platform.SettleAsync());

        Assert.Equal((Codes.LockFileNotWritten, Cart), (failure.Problems[0].Code, failure.Problems[0].File));
    }

    [Fact]
    public async Task An_update_resolves_every_project_anew_and_names_what_has_changed()
    {
        _platform.Write(Cart, "cart").Write(Shop, "shop");
        _platform.Tool = _ => Write((Shop, "newer"));

        Assert.True(await _platform.SettleAsync(new() { Anew = true }));

        Assert.Contains("--force-evaluate", Assert.Single(_platform.Calls).Arguments);
        Assert.Equal($"Wrote 1 lock file ({Shop}): commit it.", _platform.Said[^1]);
    }

    [Fact]
    public async Task An_update_that_changes_nothing_says_so()
    {
        _platform.Write(Cart, "cart").Write(Shop, "shop");
        _platform.Tool = _ => 0;

        Assert.False(await _platform.SettleAsync(new() { Anew = true }));

        Assert.Equal("Every lock file is as it was.", _platform.Said[^1]);
    }

    [Fact]
    public async Task Units_that_were_not_chosen_are_left_alone()
    {
        _platform.Tool = _ => Write((Shop, "shop"));

        await _platform.SettleAsync(new() { Units = ["shop"] });

        Assert.Equal($"Wrote 1 lock file ({Shop}): commit it.", _platform.Said[^1]);
    }

    [Fact]
    public async Task A_unit_that_does_not_exist_is_bad_usage_before_anything_is_written()
    {
        await Assert.ThrowsAsync<BadInputException>(() => _platform.SettleAsync(new() { Units = ["shoop"] }));

        Assert.Empty(_platform.Calls);
    }

    public void Dispose() => _platform.Dispose();

    private int Write(params (string Path, string Content)[] files)
    {
        foreach (var (path, content) in files) _platform.Write(path, content);
        return 0;
    }
}
