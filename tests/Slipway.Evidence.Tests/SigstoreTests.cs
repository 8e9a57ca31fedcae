using System.Text;
using System.Text.Json.Nodes;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
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
    public async Task Sigstores_own_verifier_accepts_every_statement_and_refuses_each_that_was_changed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var tool = await InstallAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("slipway-sigstore-").FullName;
        try
        {
            var key = Sample.NewKey();
            var (files, expected) = (new List<string>(), new List<string>());
            void Put(string name, byte[] bytes, string answer)
            {
                File.WriteAllBytes(Path.Combine(folder, name), bytes);
                files.Add(Path.Combine(folder, name));
                expected.Add(answer);
            }

            foreach (var (name, statement) in ReleaseStatements.Of(Sample.Manifest, Sample.Evidence, KeyKind.Release, Sbom))
            {
                var good = await BundleWriter.SignAsync(statement, key, cancellation);
                Put($"{name}.json", good, "accepted");
                Put($"{name}.other-key.json", await BundleWriter.SignAsync(statement, Sample.NewKey(), cancellation), "refused");
                foreach (var (change, spoil) in Changes) Put($"{name}.{change}.json", Spoilt(good, spoil), "refused");
            }
            var pem = Path.Combine(folder, "key.pem");
            await File.WriteAllTextAsync(pem, key.Public.Pem, cancellation);
            var result = await RunAsync(ProcessRequest.For("node", ["-e", Script, "--", pem, key.Public.Id, .. files]) with { WorkingDirectory = tool }, cancellation);
            var answers = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]);
            Assert.Equal(files.Zip(expected), files.Zip(answers));
            Assert.Equal(4, expected.Count(answer => answer == "accepted"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ReadOnlyMemory<byte> Sbom => Encoding.UTF8.GetBytes("""{"bomFormat":"CycloneDX","specVersion":"1.6","version":1}""");

    private static (string Name, Action<JsonNode> Spoil)[] Changes =>
    [
        ("payload", bundle => bundle["dsseEnvelope"]!["payload"] = Convert.ToBase64String("{}"u8)),
        ("payload-bit", bundle => Turn(bundle["dsseEnvelope"]!, "payload")),
        ("payload-type", bundle => bundle["dsseEnvelope"]!["payloadType"] = "application/json"),
        ("signature-bit", bundle => Turn(bundle["dsseEnvelope"]!["signatures"]![0]!, "sig")),
        ("no-signature", bundle => bundle["dsseEnvelope"]!["signatures"] = new JsonArray()),
        ("two-signatures", bundle => bundle["dsseEnvelope"]!["signatures"]!.AsArray().Add(bundle["dsseEnvelope"]!["signatures"]![0]!.DeepClone())),
        ("hint", bundle => bundle["verificationMaterial"]!["publicKey"]!["hint"] = "SHA256:another"),
        ("no-media-type", bundle => bundle.AsObject().Remove("mediaType")),
    ];

    private static byte[] Spoilt(byte[] good, Action<JsonNode> spoil)
    {
        var bundle = JsonNode.Parse(good)!;
        spoil(bundle);
        return Encoding.UTF8.GetBytes(bundle.ToJsonString());
    }

    private static void Turn(JsonNode parent, string member)
    {
        var bytes = Convert.FromBase64String((string)parent[member]!);
        bytes[bytes.Length / 2] ^= 1;
        parent[member] = Convert.ToBase64String(bytes);
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
