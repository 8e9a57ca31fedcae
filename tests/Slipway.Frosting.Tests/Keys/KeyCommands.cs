using Slipway.Evidence.Keys;
using Slipway.Frosting.Keys;
using Slipway.Frosting.Tests.Harness;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Tests.Keys;

public sealed class KeyCommands : IDisposable
{
    private readonly TestPlatform _platform = new("shop");
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-keys-").FullName;

    [Fact]
    public void A_key_is_made_trusted_replaced_and_revoked_by_commands()
    {
        using var passphrase = new EnvironmentScope(("SLIPWAY_SIGNING_KEY_PASSPHRASE", "correct horse"));
        var (first, second) = (Make("first"), Make("second"));

        Passes($"--trust=file:{_folder}/first.pub", "--builder=ci", "--attests=provenance,unit", "--not-before=2020-01-01");
        Assert.Contains($"  {first}  release key, builder ci, since 2020-01-01, attests provenance, unit", Passes(), StringComparison.Ordinal);

        Passes($"--trust=file:{_folder}/second.pub", "--builder=ci", $"--replaces={first}");
        var both = Passes();
        Assert.Contains($"  {first}  release key, builder ci, since 2020-01-01, ended ", both, StringComparison.Ordinal);
        Assert.Contains($"  {second}  release key, builder ci, attests everything", both, StringComparison.Ordinal);

        Passes($"--revoke={second}");
        Assert.Contains($"  {second}  revoked: nothing that it signed counts", Passes(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_trust_file_the_list_says_what_is_believed() =>
        Assert.Contains("There is no trust.yaml: what verifies here is what was signed here.", Passes(), StringComparison.Ordinal);

    [Fact]
    public void A_trust_file_with_mistakes_is_told_with_their_places()
    {
        _platform.Write("trust.yaml", "keys:\n  - id: hello\n    kye: hello\n");
        var call = Call();
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("trust.yaml(2,9): SLP1013", call.Output + call.Error, StringComparison.Ordinal);
        Assert.Contains("trust.yaml(3,5): SLP1010", call.Output + call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--revoke=SHA256:x", "SLP4078")]
    [InlineData("--trust=hello", "SLP4071")]
    [InlineData("--builder=ci", "SLP1107")]
    [InlineData("--new-key=x --revoke=y", "SLP1107")]
    public void What_cannot_be_done_is_said_and_nothing_is_written(string options, string code)
    {
        var call = Call(options.Split(' '));
        Assert.Equal(2, call.ExitCode);
        Assert.Contains(code, call.Output + call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(_platform.Root, "trust.yaml")));
    }

    [Fact]
    public void A_value_that_trust_yaml_would_refuse_is_refused()
    {
        using var key = PrivateKey.Generate();
        File.WriteAllText(Path.Join(_folder, "k.pub"), key.Public.Pem);
        foreach (var (option, code) in new[] { ("--builder=CI", "SLP1013"), ("--attests=Unit", "SLP1013"), ("--not-after=soon", "SLP1107") })
        {
            var call = Call($"--trust=file:{_folder}/k.pub", option);
            Assert.Equal(2, call.ExitCode);
            Assert.Contains(code, call.Output + call.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_platform_that_cannot_be_written_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there is a folder in which not even root may write.");
        using var key = PrivateKey.Generate();
        var changes = new KeyChanges("/proc", new() { Folder = _folder, Repositories = [] }, TimeProvider.System);
        var problem = Assert.Single(Assert.Throws<BadInputException>(() => changes.Trust(new() { Key = key.Public.Pem })).Problems);
        Assert.Equal("SLP4138", problem.Code);
        Assert.StartsWith("/proc/trust.yaml cannot be written: ", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _platform.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Make(string name)
    {
        Passes($"--new-key={_folder}/{name}");
        return VerificationKey.FromPem(File.ReadAllText(Path.Join(_folder, name + ".pub")), name).Id;
    }

    private string Passes(params string[] options)
    {
        var call = Call(options);
        Assert.True(call.ExitCode == 0, call.Output + call.Error);
        return call.Output;
    }

    private HostCall Call(params string[] options) => HostCall.On(_platform, "", ["--target=Keys", .. options]);
}
