using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Machine.Tests.Files;

public sealed class CheckoutLockTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => _temp["artifacts/.lock"];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task The_second_run_waits_and_knows_for_whom()
    {
        var waits = new List<string>();
        var first = await CheckoutLock.TakeAsync(File, "./build.sh --target=Unit", null, cancellationToken: Token);
        var second = CheckoutLock.TakeAsync(File, "./build.sh", waits.Add, cancellationToken: Token);
        await Task.Delay(500, Token);
        Assert.False(second.IsCompleted);
        Assert.Matches($@"^Waiting for \./build\.sh --target=Unit \(process {Environment.ProcessId}, since \d\d:\d\d:\d\d UTC\)\.$", Assert.Single(waits));

        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Who_will_not_wait_is_refused()
    {
        using var first = await CheckoutLock.TakeAsync(File, "./build.sh", null, cancellationToken: Token);

        var failure = await Assert.ThrowsAsync<BadInputException>(() => CheckoutLock.TakeAsync(File, "another", null, cancellationToken: Token));

        Assert.Equal(2, failure.ExitCode);
        Assert.Contains("SLP3100: This checkout is in use by ./build.sh (process", failure.Message);
    }

    [Fact]
    public async Task A_waiting_run_can_be_cancelled()
    {
        using var first = await CheckoutLock.TakeAsync(File, "first", null, cancellationToken: Token);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CheckoutLock.TakeAsync(File, "second", _ => { }, null, cancel.Token));
    }

    [Fact]
    public async Task The_lock_of_a_killed_run_is_free()
    {
        using var host = Victim.Start("lock", File);
        Assert.Equal("held", await host.LineAsync());
        var failure = await Assert.ThrowsAsync<BadInputException>(() => CheckoutLock.TakeAsync(File, "second", null, cancellationToken: Token));
        Assert.Contains("in use by the victim (process", failure.Message);

        await host.KillAsync();

        using var taken = await CheckoutLock.TakeAsync(File, "second", null, cancellationToken: Token);
    }

    [Fact]
    public async Task A_checkout_that_may_not_be_written_is_told()
    {
        Directory.CreateDirectory(File);

        var failure = await Assert.ThrowsAsync<BadInputException>(() => CheckoutLock.TakeAsync(File, "run", null, cancellationToken: Token));

        Assert.Contains("SLP3102: This checkout cannot be locked", failure.Message);
    }

    [Fact]
    public async Task One_of_many_has_it_at_a_time()
    {
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            using var held = await CheckoutLock.TakeAsync(File, $"run {number}", _ => { }, cancellationToken: Token);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Delay(10, Token);
            Interlocked.Decrement(ref inside);
        }));
    }

    [Fact]
    public async Task One_that_is_withdrawn_leaves_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the lock file stays.");
        var held = await CheckoutLock.TakeAsync(File, "run", null, cancellationToken: Token);

        held.Withdraw();

        Assert.False(Directory.Exists(_temp["artifacts"]));
    }

    [Fact]
    public async Task One_that_is_withdrawn_where_a_lock_lay_before_leaves_that()
    {
        (await CheckoutLock.TakeAsync(File, "first", null, cancellationToken: Token)).Dispose();

        (await CheckoutLock.TakeAsync(File, "second", null, cancellationToken: Token)).Withdraw();

        Assert.True(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task One_of_many_has_it_at_a_time_also_when_each_withdraws()
    {
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            async () =>
            {
                for (var turn = 0; turn < 5; turn++)
                {
                    var held = await CheckoutLock.TakeAsync(File, $"run {number}", _ => { }, cancellationToken: Token);
                    Assert.Equal(1, Interlocked.Increment(ref inside));
                    Interlocked.Decrement(ref inside);
                    held.Withdraw();
                }
            },
            Token)));
    }
}
