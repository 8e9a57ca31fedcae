using System.Text;
using System.Text.Json.Nodes;
using Slipway.Evidence.Bundles;
using Slipway.Machine.Processes;

namespace Slipway.Evidence.Tests;

/// <summary>What others think of our bundles: Sigstore's own verifier, installed with npm, offline afterwards.</summary>
public sealed class SigstoreTests
{
    private static readonly string[] Packages = ["@sigstore/verify@3.1.1", "@sigstore/bundle@4.0.0"];

    private const string Script = """
        const crypto = require('crypto'), fs = require('fs');
        const { bundleFromJSON } = require('@sigstore/bundle');
        const { Verifier, toSignedEntity, toTrustMaterial } = require('@sigstore/verify');
        const [pem, hint, ...files] = process.argv.slice(1);
        const root = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] };
        const keys = (asked) => {
          if (asked !== hint) throw new Error('unknown key ' + asked);
          return { publicKey: crypto.createPublicKey(fs.readFileSync(pem)), validFor: () => true };
        };
        const verifier = new Verifier(toTrustMaterial(root, keys), { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
        for (const file of files) {
          try {
            verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(fs.readFileSync(file, 'utf8')))));
            console.log('accepted');
          } catch (error) {
            console.log('refused ' + (error.code ?? error.message));
          }
        }
        """;

    [Fact]
    public async Task Sigstores_own_verifier_accepts_ours_and_refuses_what_was_changed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var tool = await InstallAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("slipway-sigstore-").FullName;
        try
        {
            var key = Sample.NewKey();
            var good = await BundleWriter.SignAsync(Sample.Provenance, key, cancellation);
            var other = await BundleWriter.SignAsync(Sample.Provenance, Sample.NewKey(), cancellation);
            var changed = JsonNode.Parse(good)!;
            changed["dsseEnvelope"]!["payload"] = Convert.ToBase64String("{}"u8);
            string Put(string name, byte[] bytes)
            {
                File.WriteAllBytes(Path.Combine(folder, name), bytes);
                return Path.Combine(folder, name);
            }

            var result = await RunAsync(ProcessRequest.For("node", "-e", Script, "--",
                Put("key.pem", Encoding.ASCII.GetBytes(key.Public.Pem)), key.Public.Id,
                Put("good.json", good), Put("changed.json", Encoding.UTF8.GetBytes(changed.ToJsonString())), Put("other.json", other)) with
            {
                WorkingDirectory = tool,
            }, cancellation);
            var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(["accepted", "refused SIGNATURE_ERROR"], lines[..2]);
            Assert.StartsWith("refused", lines[2], StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Installs the verifier once a checkout, below <c>artifacts/tools</c>.</summary>
    private static async Task<string> InstallAsync(CancellationToken cancellation)
    {
        Assert.SkipWhen(Executables.Find("node") is null || Executables.Find("npm") is null, "node and npm are needed for Sigstore's own verifier; they are not installed.");
        var folder = Path.Combine(RepositoryRoot(), "artifacts", "tools", "sigstore-verify-3.1.1");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "@sigstore", "verify"))) return folder;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{\"private\":true}", cancellation);
        var result = await RunAsync(ProcessRequest.For("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", .. Packages]) with
        {
            WorkingDirectory = folder, TimeLimit = TimeSpan.FromMinutes(2),
        }, cancellation);
        Assert.SkipWhen(result.ExitCode != 0, $"npm could not install {string.Join(' ', Packages)}: {result.Tail}");
        return folder;
    }

    private static Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellation) => new ProcessRunner().RunAsync(request, cancellation);

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "global.json"))) return folder.FullName;
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
