using System.Text;
using Slipway.Artifacts.Registries;
using Slipway.Model;

namespace Slipway.Artifacts.Tests.Registries;

public sealed class FaultTests : IDisposable
{
    private readonly RegistryYard _yard = new();
    private readonly FakeRegistry _registry = new();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_registry_that_fails_a_while_is_asked_again(int status)
    {
        // Every request fails the first two times that it is made; uploads are told apart by nothing but their parts.
        Dictionary<string, int> seen = [];
        _registry.Fault = call =>
        {
            lock (seen)
            {
                var key = $"{call.Method} {string.Join('/', call.Path.Split('/').Where(part => part.Length != 32))} {call.Context.Request.Headers["Content-Range"]}";
                if ((seen[key] = seen.GetValueOrDefault(key) + 1) > 2) return false;
            }
            call.Body();
            call.Context.Response.AddHeader("Retry-After", "0");
            call.Reply(status);
            return true;
        };
        await PushesWholeAsync();
    }

    [Fact]
    public async Task A_registry_that_fails_for_good_is_named_with_what_it_said()
    {
        _registry.Fault = call =>
        {
            call.Reply(503, """{"errors":[{"code":"UNAVAILABLE","message":"the disk is full"}]}"""u8.ToArray());
            return true;
        };
        var problem = await RegistryYard.FailsAsync("SLP4122", () => _yard.PushAsync(_yard.Layout(), _registry.Reference()));
        Assert.Contains("503: UNAVAILABLE the disk is full. It was tried 5 times.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_which_only_a_piece_arrived_is_continued_where_it_ended()
    {
        var cut = 0;
        _registry.Fault = call =>
        {
            if (call.Method != "PATCH" || Interlocked.Increment(ref cut) > 3) return false;
            var id = call.Path.Split('/')[^1];
            var body = call.Body();
            _registry.Append(call, id, _registry.Upload(id), body[..Math.Max(1, body.Length / 3)]);
            return true;
        };
        await PushesWholeAsync();
    }

    [Fact]
    public async Task An_upload_that_failed_midway_goes_on_from_what_arrived()
    {
        var (failed, received) = (0, 0);
        _registry.Fault = call =>
        {
            if (call.Method != "PATCH") return false;
            var id = call.Path.Split('/')[^1];
            var body = call.Body();
            if (Interlocked.Increment(ref failed) is 2 or 4)
            {
                _registry.Keep(id, [.. _registry.Upload(id), .. body[..(body.Length / 2)]]);
                call.Reply(503);
                return true;
            }
            Interlocked.Add(ref received, body.Length);
            _registry.Append(call, id, _registry.Upload(id), body);
            return true;
        };
        var layout = await PushesWholeAsync();
        Assert.Contains(_registry.Log, line => line.StartsWith("GET /v2/shop/catalog/blobs/uploads/", StringComparison.Ordinal));
        Assert.True(received < Directory.EnumerateFiles(Path.Combine(layout.Folder, "blobs", "sha256")).Sum(file => new FileInfo(file).Length));
    }

    [Fact]
    public async Task An_upload_that_the_registry_forgot_begins_anew()
    {
        var forgotten = 0;
        _registry.Fault = call =>
        {
            if (call.Method != "PATCH" || Interlocked.Increment(ref forgotten) > 2) return false;
            call.Body();
            call.Reply(404);
            return true;
        };
        await PushesWholeAsync();
    }

    [Fact]
    public async Task An_upload_of_which_other_bytes_arrived_is_never_taken()
    {
        _registry.Fault = call =>
        {
            if (call.Method != "PATCH") return false;
            var id = call.Path.Split('/')[^1];
            var body = call.Body();
            body[0] ^= 1;
            _registry.Append(call, id, _registry.Upload(id), body);
            return true;
        };
        await RegistryYard.FailsAsync("SLP4122", () => _yard.PushAsync(_yard.Layout(), _registry.Reference()));
        Assert.Empty(_registry.Manifests);
    }

    [Theory]
    [InlineData("PUT", "/manifests/sha256:")]
    [InlineData("PUT", "/manifests/1.0.0")]
    [InlineData("PUT", "/uploads/")]
    public async Task A_registry_that_says_it_wrote_another_digest_is_not_believed(string method, string path)
    {
        _registry.Fault = call =>
        {
            if (!call.Is(method, path)) return false;
            call.Body();
            call.Context.Response.AddHeader("Docker-Content-Digest", Digest.Of("another").ToString());
            call.Reply(201);
            return true;
        };
        await RegistryYard.FailsAsync("SLP4124", () => _yard.PushAsync(_yard.Layout(), _registry.Reference()));
        Assert.Empty(_registry.Tags);
    }

    [Fact]
    public async Task A_manifest_that_the_registry_keeps_altered_is_never_tagged()
    {
        _registry.Fault = call =>
        {
            if (!call.Is("GET", "/manifests/sha256:")) return false;
            call.Context.Response.ContentType = "application/vnd.oci.image.manifest.v1+json";
            call.Reply(200, Encoding.UTF8.GetBytes("""{"schemaVersion":2,"config":{}}"""));
            return true;
        };
        await RegistryYard.FailsAsync("SLP4124", () => _yard.PushAsync(_yard.Layout(), _registry.Reference()));
        Assert.Empty(_registry.Tags);
    }

    [Fact]
    public async Task Wherever_a_push_is_cut_off_what_is_found_by_its_tag_is_whole()
    {
        var layout = _yard.Layout(RegistryYard.Long(2500), "one", "two");
        await _yard.PushAsync(layout, _registry.Reference());
        var calls = _registry.Log.Count;
        Assert.InRange(calls, 20, 200);
        var impatient = _yard.Options with { Attempts = 1 };
        for (var last = 0; last < calls; last++)
        {
            using var registry = new FakeRegistry();
            registry.Fault = call =>
            {
                if (call.Number <= last) return false;
                call.Body();
                call.Reply(500);
                return true;
            };
            await Assert.ThrowsAsync<Model.Problems.KnownFailureException>(() => _yard.PushAsync(layout, registry.Reference(), impatient));
            if (registry.Tags is []) continue;
            registry.Fault = _ => false;
            await _yard.PullAsync(registry.Reference(), $"cut-{last}");
            Assert.Equal(SampleLayout.Blobs(layout.Folder), SampleLayout.Blobs(_yard.At($"cut-{last}")));
        }
    }

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_from_what_arrived()
    {
        var layout = await PushesWholeAsync();
        var broken = 0;
        _registry.Fault = call =>
        {
            if (!call.Is("GET", "/blobs/") || Interlocked.Increment(ref broken) > 3) return false;
            var blob = _registry.Blobs[call.Path.Split('/')[^1]];
            call.Context.Response.ContentLength64 = blob.Length;
            call.Context.Response.OutputStream.Write(blob.AsSpan(0, blob.Length / 2));
            call.HangUp();
            return true;
        };
        await _yard.PullAsync(_registry.Reference(), "pulled");
        Assert.Equal(SampleLayout.Blobs(layout.Folder), SampleLayout.Blobs(_yard.At("pulled")));
    }

    [Fact]
    public async Task A_blob_with_other_bytes_is_refused_and_not_kept()
    {
        var layout = await PushesWholeAsync();
        foreach (var (digest, bytes) in _registry.Blobs.Where(blob => blob.Value.Length > 1000).ToArray()) _registry.Blobs[digest] = [.. bytes[..^1], (byte)'!'];
        await RegistryYard.FailsAsync("SLP4124", () => _yard.PullAsync(_registry.Reference(), "pulled"));
        Assert.False(File.Exists(_yard.At("pulled/index.json")));
        Assert.All(SampleLayout.Blobs(_yard.At("pulled")).Where(blob => !blob.Key.EndsWith(".part", StringComparison.Ordinal)), blob => Assert.Equal(blob.Key, Digest.Of(blob.Value).Hex));
        Assert.NotNull(layout);
    }

    [Fact]
    public async Task A_manifest_that_is_not_what_was_asked_for_is_refused()
    {
        var layout = await PushesWholeAsync();
        var other = Digest.Of("another").ToString();
        _registry.Manifests[other] = _registry.Manifests[layout.Digest.ToString()];
        await RegistryYard.FailsAsync("SLP4124", () => _yard.PullAsync(_registry.Reference().WithDigest(Digest.Parse(other)), "pulled"));
    }

    [Theory]
    [InlineData("/manifests/1.0.0")]
    [InlineData("/blobs/")]
    public async Task A_registry_that_gives_a_byte_now_and_then_is_given_up(string path)
    {
        await PushesWholeAsync();
        _registry.Fault = call =>
        {
            if (!call.Is("GET", path)) return false;
            call.Context.Response.ContentLength64 = 100_000;
            for (var sent = 0; sent < 600; sent++)
            {
                call.Context.Response.OutputStream.WriteByte((byte)' ');
                call.Context.Response.OutputStream.Flush();
                Thread.Sleep(20);
            }
            call.HangUp();
            return true;
        };
        var impatient = _yard.Options with { Attempts = 2, IdleLimit = TimeSpan.FromMilliseconds(300) };
        await RegistryYard.FailsAsync("SLP4125", () => _yard.PullAsync(_registry.Reference(), "pulled", impatient));
    }

    [Fact]
    public async Task A_registry_on_this_machine_that_speaks_without_TLS_is_said_how_to_name()
    {
        var secure = RegistryReference.Parse(_registry.Reference().ToString());
        var problem = await RegistryYard.FailsAsync("SLP4121", () => _yard.PullAsync(secure, "pulled"));
        Assert.EndsWith($"If it speaks without TLS, write http://{secure.Host}.", problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_is_not_there_is_said_in_whole_sentences()
    {
        _registry.Dispose();
        var problem = await RegistryYard.FailsAsync("SLP4121", () => _yard.PullAsync(_registry.Reference(), "pulled"));
        Assert.Matches(@" cannot be reached: [^.].*[^.]\. It was tried \d+ times\.\z", problem.Message);
    }

    [Fact]
    public async Task A_registry_that_never_answers_is_given_up()
    {
        using var release = new ManualResetEventSlim();
        _registry.Fault = _ => release.Wait(TimeSpan.FromSeconds(30));
        var impatient = _yard.Options with { Attempts = 2, IdleLimit = TimeSpan.FromMilliseconds(200) };
        await RegistryYard.FailsAsync("SLP4125", () => _yard.PushAsync(_yard.Layout(), _registry.Reference(), impatient));
        release.Set();
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"mediaType":"application/vnd.oci.image.manifest.v1+json","mediaType":"x"}""")]
    [InlineData("""{"schemaVersion":2,"config":{"mediaType":"x","digest":"sha256:x","size":1}}""")]
    [InlineData("""{"schemaVersion":2,"config":{"mediaType":"x","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":-1}}""")]
    public async Task What_is_no_manifest_is_said_and_nothing_is_kept(string manifest)
    {
        _registry.Manifests["1.0.0"] = ("application/vnd.oci.image.manifest.v1+json", Encoding.UTF8.GetBytes(manifest));
        await RegistryYard.FailsAsync("SLP4126", () => _yard.PullAsync(_registry.Reference(), "pulled"));
        Assert.False(Directory.Exists(_yard.At("pulled")));
    }

    public void Dispose()
    {
        _registry.Dispose();
        _yard.Dispose();
    }

    private async Task<SampleLayout> PushesWholeAsync()
    {
        var layout = _yard.Layout(RegistryYard.Long(), "a statement");
        var pushed = await _yard.PushAsync(layout, _registry.Reference());
        Assert.Equal(layout.Digest, pushed.Digest);
        Assert.Equal(layout.Digest, Digest.Of(_registry.Manifests["1.0.0"].Bytes));
        await _yard.PullAsync(_registry.Reference(), "whole");
        Assert.Equal(SampleLayout.Blobs(layout.Folder), SampleLayout.Blobs(_yard.At("whole")));
        Directory.Delete(_yard.At("whole"), recursive: true);
        return layout;
    }
}
