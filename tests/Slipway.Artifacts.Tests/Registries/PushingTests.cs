using System.Text.Json.Nodes;
using Slipway.Model;

namespace Slipway.Artifacts.Tests.Registries;

public sealed class PushingTests : IDisposable
{
    private readonly RegistryYard _yard = new();

    [Fact]
    public async Task The_tag_is_the_last_thing_that_is_written()
    {
        using var registry = new FakeRegistry();
        await _yard.PushAsync(_yard.Layout("a layer", "one", "two"), registry.Reference());
        var writes = registry.Log.Where(line => line.StartsWith("PUT ", StringComparison.Ordinal)).ToArray();
        Assert.Equal("PUT /v2/shop/catalog/manifests/1.0.0", writes[^1]);
        Assert.Single(writes, writes[^1]);
    }

    [Fact]
    public async Task What_is_there_already_is_not_sent_again()
    {
        using var registry = new FakeRegistry();
        var layout = _yard.Layout("a layer", "one");
        var first = await _yard.PushAsync(layout, registry.Reference());
        registry.Log.Clear();
        var second = await _yard.PushAsync(layout, registry.Reference());
        Assert.Equal((5, 0, 0, 5), (first.Sent, first.Present, second.Sent, second.Present));
        Assert.DoesNotContain(registry.Log, line => line.StartsWith("PATCH ", StringComparison.Ordinal) || line.StartsWith("POST ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tag_never_changes_what_it_names()
    {
        using var registry = new FakeRegistry();
        await _yard.PushAsync(_yard.Layout("a layer"), registry.Reference());
        var calls = registry.Log.Count;
        await RegistryYard.FailsAsync("SLP4128", () => _yard.PushAsync(_yard.Layout("another layer"), registry.Reference()));
        Assert.Equal(calls + 1, registry.Log.Count);
    }

    [Fact]
    public async Task A_registry_with_the_referrers_api_keeps_account_by_itself()
    {
        using var registry = new FakeRegistry { HasReferrersApi = true };
        var layout = _yard.Layout("a layer", "one", "two");
        await _yard.PushAsync(layout, registry.Reference());
        Assert.DoesNotContain(registry.Manifests.Keys, name => name.StartsWith("sha256-", StringComparison.Ordinal));
        await _yard.PullAsync(registry.Reference(), "pulled");
        Assert.Equal(SampleLayout.Blobs(layout.Folder), SampleLayout.Blobs(_yard.At("pulled")));
    }

    [Fact]
    public async Task A_registry_without_it_gets_a_tag_that_lists_them_with_what_they_say()
    {
        using var registry = new FakeRegistry();
        var layout = _yard.Layout("a layer", "one");
        await _yard.PushAsync(layout, registry.Reference());
        layout.Refer("two");
        await _yard.PushAsync(layout, registry.Reference());
        var index = JsonNode.Parse(registry.Manifests[$"sha256-{layout.Digest.Hex}"].Bytes)!;
        Assert.Equal(["one", "two"], index["manifests"]!.AsArray().Select(entry => entry!["annotations"]!["says"]!.GetValue<string>()));
        Assert.All(index["manifests"]!.AsArray(), entry => Assert.Equal("application/vnd.dev.sigstore.bundle.v0.3+json", entry!["artifactType"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_that_push_statements_to_one_image_at_once_lose_none(bool refused)
    {
        using var registry = new FakeRegistry();
        var image = _yard.Layout("a layer");
        await _yard.PushAsync(image, registry.Reference());
        var layouts = Enumerable.Range(0, 2).Select(number => _yard.Layout("a layer", $"statement {number}")).ToArray();
        var (waiting, written) = (2, 0);
        using var both = new ManualResetEventSlim();
        registry.Fault = call =>
        {
            // Both have read the list before either writes it, and one writes its own when the other could have looked again, or is told to come back then.
            if (call.Is("PUT", "/manifests/sha256-") && Interlocked.Increment(ref written) == 2)
            {
                if (refused) call.Context.Response.AddHeader("Retry-After", "5");
                if (refused) call.Reply(503);
                else Thread.Sleep(300);
                return refused;
            }
            if (!call.Is("GET", "/manifests/sha256-")) return false;
            if (Interlocked.Decrement(ref waiting) == 0) both.Set();
            both.Wait(TimeSpan.FromSeconds(5));
            return false;
        };
        var options = _yard.Options with { ReferrersSettling = TimeSpan.FromSeconds(refused ? 0.5 : 2) };
        await Task.WhenAll(layouts.Select(layout => Task.Run(() => _yard.PushAsync(layout, registry.Reference(), options))));
        registry.Fault = _ => false;
        await _yard.PullAsync(registry.Reference(), "pulled");
        Assert.Equal(2, SampleLayout.Blobs(_yard.At("pulled")).Values.Count(content => content.StartsWith("statement ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_list_of_statements_that_others_overwrite_time_and_again_is_written_five_times(int overwritten)
    {
        using var registry = new FakeRegistry();
        var image = _yard.Layout("a layer");
        await _yard.PushAsync(image, registry.Reference());
        var written = 0;
        registry.Fault = call =>
        {
            if (call.Is("PUT", "/manifests/sha256-")) written++;
            if (call.Is("GET", "/manifests/sha256-") && written <= overwritten) registry.Manifests.TryRemove(call.Path.Split('/')[^1], out _);
            return false;
        };
        var push = () => _yard.PushAsync(_yard.Layout("a layer", "a statement"), registry.Reference());
        if (overwritten < 5) await push();
        else await RegistryYard.FailsAsync("SLP4131", push);
        Assert.Equal(5, written);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_layout_that_was_altered_is_refused_before_anything_is_sent(bool manifest)
    {
        using var registry = new FakeRegistry();
        var layout = _yard.Layout();
        var altered = manifest ? layout.PathOf(layout.Digest) : layout.PathOf(Digest.Of("a layer"));
        File.WriteAllText(altered, File.ReadAllText(altered).Replace('a', 'b'));
        await RegistryYard.FailsAsync("SLP4127", () => _yard.PushAsync(layout, registry.Reference()));
        Assert.Empty(registry.Log);
    }

    [Theory]
    [InlineData("oci-layout", "{}")]
    [InlineData("oci-layout", """{"imageLayoutVersion":"2.0.0"}""")]
    [InlineData("index.json", "hello")]
    [InlineData("index.json", "[]")]
    [InlineData("index.json", """{"manifests":[]}""")]
    [InlineData("index.json", """{"manifests":[{}]}""")]
    [InlineData("index.json", """{"manifests":[{"mediaType":"text/plain","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2}]}""")]
    public async Task What_is_no_layout_is_said(string file, string content)
    {
        using var registry = new FakeRegistry();
        var layout = _yard.Layout();
        File.WriteAllText(Path.Combine(layout.Folder, file), content);
        await RegistryYard.FailsAsync("SLP4127", () => _yard.PushAsync(layout, registry.Reference()));
        Assert.Empty(registry.Log);
    }

    [Fact]
    public async Task How_far_it_has_come_is_told()
    {
        using var registry = new FakeRegistry();
        List<Artifacts.Registries.RegistryTransfer> told = [];
        var layout = _yard.Layout(RegistryYard.Long(2500));
        await _yard.PushAsync(layout, registry.Reference(), _yard.Options with { Progress = new Teller(told) });
        Assert.Equal([1000L, 2000, 2500], told.Where(transfer => transfer.Size == 2500).Select(transfer => transfer.Moved));
    }

    public void Dispose() => _yard.Dispose();

    private sealed class Teller(List<Artifacts.Registries.RegistryTransfer> told) : IProgress<Artifacts.Registries.RegistryTransfer>
    {
        public void Report(Artifacts.Registries.RegistryTransfer value) => told.Add(value);
    }
}
