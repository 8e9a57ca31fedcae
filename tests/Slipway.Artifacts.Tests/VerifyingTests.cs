using CsCheck;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Keys;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Tests;

public sealed class VerifyingTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public async Task Changing_any_byte_of_any_file_fails_and_names_that_file()
    {
        var folder = await _yard.SignedAsync();
        var keys = _yard.Keys.FindVerificationKeys(null);
        var files = Yard.FilesOf(folder).Where(file => new FileInfo(Path.Combine(folder, file)).Length > 0).ToArray();
        Assert.Equal(5, files.Length);
        // Any byte, and more often those that mean the same to lenient readers of JSON and base64.
        const string twins = " \t\n\r-_+/=Aa0";
        var anyByte = Gen.OneOf(Gen.Int[0, 255], Gen.Int[0, twins.Length - 1].Select(index => (int)twins[index]));
        var anyChange = from file in Gen.Int[0, files.Length - 1].Select(index => files[index])
                        from place in Gen.Double[0, 0.999999]
                        from value in anyByte
                        select (file, place, value);
        await anyChange.SampleAsync(async given =>
        {
            var path = Path.Combine(folder, given.file);
            var bytes = File.ReadAllBytes(path);
            var changed = (byte[])bytes.Clone();
            changed[(int)(given.place * bytes.Length)] = (byte)given.value;
            if (changed.AsSpan().SequenceEqual(bytes)) return;
            File.WriteAllBytes(path, changed);
            var verdict = await ReleaseVerifier.VerifyAsync(folder, keys);
            File.WriteAllBytes(path, bytes);
            Assert.Contains(verdict.Problems, problem => problem.File == given.file);
        }, iter: 1500, threads: 1);
        Assert.True((await _yard.VerifyAsync(folder)).Passed);
    }

    [Fact]
    public async Task Every_mismatch_is_reported_at_once_each_with_its_file()
    {
        var folder = await _yard.SignedAsync();
        File.WriteAllText(Path.Combine(folder, "app/Catalog.dll"), "kode");
        File.AppendAllText(Path.Combine(folder, "app/empty.txt"), "!");
        File.Delete(Path.Combine(folder, "app/wwwroot/index.html"));
        File.WriteAllText(Path.Combine(folder, "app/extra.dll"), "extra");
        File.WriteAllText(Path.Combine(folder, "attestations/other.json"), "{}");
        Assert.Equal(
            [
                ("SLP4050", "app/Catalog.dll"), ("SLP4050", "app/empty.txt"), ("SLP4051", "app/wwwroot/index.html"),
                ("SLP4052", "app/extra.dll"), ("SLP4052", "attestations/other.json"),
            ],
            await ProblemsOf(folder));
    }

    [Fact]
    public async Task A_link_is_reported_even_to_the_very_same_bytes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        var folder = await _yard.SignedAsync();
        File.Move(Path.Combine(folder, "app/Catalog.dll"), _yard.At("moved.dll"));
        File.CreateSymbolicLink(Path.Combine(folder, "app/Catalog.dll"), _yard.At("moved.dll"));
        File.CreateSymbolicLink(Path.Combine(folder, "app/folder"), _yard.Root);
        Assert.Equal([("SLP4053", "app/Catalog.dll"), ("SLP4053", "app/folder")], await ProblemsOf(folder));
    }

    [Fact]
    public async Task A_folder_without_a_file_is_reported_by_the_topmost_name()
    {
        var folder = await _yard.SignedAsync();
        Directory.CreateDirectory(Path.Combine(folder, "app/plugins/deep/deeper"));
        Directory.CreateDirectory(Path.Combine(folder, "other"));
        Assert.Equal([("SLP4059", "app/plugins"), ("SLP4059", "other")], await ProblemsOf(folder));
    }

    [Fact]
    public async Task A_folder_that_lost_its_files_is_told_by_its_files_alone()
    {
        var folder = await _yard.SignedAsync();
        File.Delete(Path.Combine(folder, "app/wwwroot/index.html"));
        Assert.Equal([("SLP4051", "app/wwwroot/index.html")], await ProblemsOf(folder));
    }

    [Theory]
    [InlineData("release.json")]
    [InlineData("attestations/provenance.sigstore.json")]
    public async Task A_link_in_the_place_of_what_vouches_is_reported(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        var folder = await _yard.SignedAsync();
        File.Move(Path.Combine(folder, file), _yard.At("moved.json"));
        File.CreateSymbolicLink(Path.Combine(folder, file), _yard.At("moved.json"));
        Assert.Equal([("SLP4053", file)], await ProblemsOf(folder));
    }

    [Fact]
    public async Task Permission_bits_are_not_part_of_what_was_signed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var folder = await _yard.SignedAsync();
        Yard.SetMode(Path.Combine(folder, "app/Catalog.dll"), 0b111_101_101);
        Assert.True((await _yard.VerifyAsync(folder)).Passed);
    }

    [Fact]
    public async Task Bundles_that_were_swapped_are_named()
    {
        var catalog = await _yard.SignedAsync();
        var ordering = await _yard.SignedAsync(_yard.Draft with { Unit = Yard.Ordering });
        var mine = File.ReadAllBytes(Yard.Bundle(catalog));
        File.Copy(Yard.Bundle(ordering), Yard.Bundle(catalog), overwrite: true);
        File.WriteAllBytes(Yard.Bundle(ordering), mine);
        foreach (var folder in new[] { catalog, ordering })
            Assert.Equal([("SLP4018", "attestations/provenance.sigstore.json"), ("SLP4018", "release.json")], await ProblemsOf(folder));
    }

    [Fact]
    public async Task A_whole_release_in_the_place_of_another_is_named()
    {
        var folder = await _yard.SignedAsync();
        Assert.True((await _yard.VerifyAsync(folder, new(Yard.Catalog, Yard.Version))).Passed);
        Assert.Equal("SLP4054", Assert.Single((await _yard.VerifyAsync(folder, new(Yard.Ordering, Yard.Version))).Problems).Code);
        Assert.Equal("SLP4054", Assert.Single((await _yard.VerifyAsync(folder, new(Yard.Catalog, "9.9.9"))).Problems).Code);
    }

    [Fact]
    public async Task Another_key_does_not_verify()
    {
        var folder = await _yard.SignedAsync();
        var verdict = await ReleaseVerifier.VerifyAsync(
            folder, [new(Yard.NewReleaseKey().Public, null, "--key")], cancellation: TestContext.Current.CancellationToken);
        var problem = Assert.Single(verdict.Problems);
        Assert.Equal(("SLP4013", "attestations/provenance.sigstore.json"), (problem.Code, problem.File));
    }

    [Fact]
    public async Task Signing_a_forgery_with_another_key_does_not_help()
    {
        var folder = await _yard.SignedAsync();
        File.WriteAllText(_yard.At("publish/Catalog.dll"), "evil");
        var forged = await _yard.SignedAsync(key: Yard.NewReleaseKey());
        Assert.Equal(folder, forged);
        Assert.Equal([("SLP4013", "attestations/provenance.sigstore.json")], await ProblemsOf(folder));
    }

    [Fact]
    public async Task An_origin_that_was_not_signed_is_named_member_by_member()
    {
        var folder = await _yard.SignedAsync();
        await RewriteAsync(folder, manifest => manifest with { Origin = manifest.Origin with { Commit = new('f', 40), Builder = "ci", Dirty = true } });
        var verdict = await _yard.VerifyAsync(folder);
        Assert.All(verdict.Problems, problem => Assert.Equal(("SLP4020", "release.json"), (problem.Code, problem.File)));
        string[] members = ["internalParameters.dirty", "resolvedDependencies", "builder.id"];
        foreach (var member in members) Assert.Single(verdict.Problems, problem => problem.Message.Contains(member, StringComparison.Ordinal));
        Assert.Equal(3, verdict.Problems.Length);
    }

    [Fact]
    public async Task A_manifest_made_to_fit_changed_files_is_not_what_was_signed()
    {
        var folder = await _yard.SignedAsync();
        File.WriteAllText(Path.Combine(folder, "app/Catalog.dll"), "evil");
        await RewriteAsync(folder, manifest => manifest with
        {
            Content = manifest.Content with
            {
                Files = [.. manifest.Content.Files.Select(file => file.Path == "app/Catalog.dll" ? file with { Digest = Model.Digest.Of("evil") } : file)],
            },
        });
        Assert.Equal([("SLP4018", "attestations/provenance.sigstore.json"), ("SLP4018", "release.json")], await ProblemsOf(folder));
    }

    [Fact]
    public async Task A_manifest_that_fits_neither_the_files_nor_what_was_signed_is_named_first()
    {
        var folder = await _yard.SignedAsync();
        await RewriteAsync(folder, manifest => manifest with
        {
            Content = manifest.Content with
            {
                Files = [.. manifest.Content.Files.Select(file => file.Path == "app/Catalog.dll" ? file with { Digest = Model.Digest.Of("evil") } : file)],
            },
        });
        Assert.Equal([("SLP4018", "release.json"), ("SLP4050", "app/Catalog.dll"), ("SLP4018", "attestations/provenance.sigstore.json")], await ProblemsOf(folder));
    }

    [Fact]
    public async Task A_release_key_is_not_believed_when_a_development_key_claims_to_be_one()
    {
        var development = _yard.Keys.FindSigningKey();
        var folder = await _yard.SignedAsync(key: development with { Kind = KeyKind.Release });
        Assert.Equal([("SLP4033", "attestations/provenance.sigstore.json")], await ProblemsOf(folder));
    }

    [Theory]
    [InlineData("+", "-")]
    [InlineData("/", "_")]
    [InlineData(",", ", ")]
    public async Task A_bundle_that_says_the_same_in_other_bytes_is_named(string ours, string other)
    {
        // A signature in base64 has some plus or slash nearly always; the few that have none are signed again.
        var folder = await _yard.SignedAsync();
        while (!Envelope(folder).Contains(ours, StringComparison.Ordinal))
        {
            File.Delete(Yard.Bundle(folder));
            await _yard.SignAsync(folder);
        }
        var envelope = Envelope(folder);
        var text = File.ReadAllText(Yard.Bundle(folder));
        File.WriteAllText(Yard.Bundle(folder), text.Replace(envelope, envelope.Replace(ours, other)));
        Assert.Equal([("SLP4021", "attestations/provenance.sigstore.json")], await ProblemsOf(folder));
    }

    [Theory]
    [InlineData("release.json", "SLP4055")]
    [InlineData("attestations/provenance.sigstore.json", "SLP4056")]
    public async Task Without_its_manifest_or_its_signature_a_release_fails(string file, string code)
    {
        var folder = await _yard.SignedAsync();
        File.Delete(Path.Combine(folder, file));
        Assert.Equal([(code, file)], await ProblemsOf(folder));
    }

    [Fact]
    public async Task What_is_not_there_does_not_verify()
    {
        _yard.Keys.FindSigningKey();
        var verdict = await _yard.VerifyAsync(_yard.At("absent"));
        Assert.Equal("SLP4055", Assert.Single(verdict.Problems).Code);
        Assert.False(verdict.Passed);
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_a_file_is_a_changed_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        var folder = await _yard.SignedAsync();
        File.Delete(Path.Combine(folder, "app/Catalog.dll"));
        await new Machine.Processes.ProcessRunner().RunAsync(
            Machine.Processes.ProcessRequest.For("mkfifo", Path.Combine(folder, "app/Catalog.dll")), TestContext.Current.CancellationToken);
        Assert.Equal([("SLP4050", "app/Catalog.dll")], await ProblemsOf(folder));
    }

    [Fact]
    public async Task Problems_are_told_from_where_the_reader_stands()
    {
        var folder = await _yard.SignedAsync();
        File.Delete(Path.Combine(folder, "app/Catalog.dll"));
        var verdict = await _yard.VerifyAsync(folder);
        var near = $"releases/services/catalog/{Yard.Version}";
        var problem = Assert.Single(verdict.ProblemsFrom(_yard.Root));
        Assert.Equal($"{near}/app/Catalog.dll", problem.File);
        Assert.StartsWith($"Delete {near} and run again", problem.Mend, StringComparison.Ordinal);
        Assert.Equal($"services/catalog {Yard.Version} does not verify: 1 problem", verdict.Summary);
    }

    public void Dispose() => _yard.Dispose();

    private async Task<IEnumerable<(string, string)>> ProblemsOf(string folder)
    {
        var verdict = await _yard.VerifyAsync(folder);
        Assert.All(verdict.Problems, problem => Assert.NotNull(problem.Mend));
        return verdict.Problems.Select(problem => (problem.Code, problem.File!));
    }

    // The signature and its brackets: the part of a bundle in which a plus or a slash is base64.
    private static string Envelope(string folder)
    {
        var text = File.ReadAllText(Yard.Bundle(folder));
        var (from, to) = (text.IndexOf("\"sig\":", StringComparison.Ordinal), text.IndexOf("\"mediaType\"", StringComparison.Ordinal));
        return text[from..to];
    }

    private static async Task RewriteAsync(string folder, Func<ReleaseManifest, ReleaseManifest> change)
    {
        var manifest = Evidence.Releases.ReleaseManifestReader.Read(File.ReadAllBytes(Yard.Manifest(folder)))
            .Match(read => read, problems => throw new FormatException(string.Join('\n', problems)));
        await File.WriteAllBytesAsync(Yard.Manifest(folder), Evidence.Releases.ReleaseManifestWriter.Write(change(manifest)));
    }
}
