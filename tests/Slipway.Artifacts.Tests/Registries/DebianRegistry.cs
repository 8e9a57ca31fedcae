using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Registries.Credentials;

namespace Slipway.Artifacts.Tests.Registries;

/// <summary>Debian's docker-registry on loopback, over TLS with an authority of its own, for one user with a password.</summary>
public sealed class DebianRegistry : IAsyncLifetime
{
    public const string User = "anna";
    public const string Password = "correct horse battery staple";
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-debian-registry-").FullName;
    private Process? _process;

    /// <summary>Why there is none; null where there is one.</summary>
    public string? Lacking { get; } = OperatingSystem.IsLinux() && Program("docker-registry") is not null && Program("htpasswd") is not null
        ? null
        : "docker-registry and htpasswd (apache2-utils) are not installed.";

    public int Port { get; private set; }

    /// <summary>The authority's certificate.</summary>
    public string Authority => Path.Combine(_root, "ca.crt");

    public RegistryReference Reference(string path, int? port = null) => RegistryReference.Parse($"127.0.0.1:{port ?? Port}/{path}");

    public RegistryOptions Options => new()
    {
        Credentials = (_, _) => Task.FromResult<RegistryCredential?>(new RegistryCredential.UserPassword(User, Password)),
        FirstDelay = TimeSpan.FromMilliseconds(10),
        ReferrersSettling = TimeSpan.FromMilliseconds(10),
        ChunkSize = 1000,
        Handler = Trusting,
    };

    public async ValueTask InitializeAsync()
    {
        if (Lacking is not null) return;
        Port = FreePort();
        Certify();
        File.WriteAllText(Path.Combine(_root, "users"), Run("htpasswd", "-Bbn", User, Password));
        File.WriteAllText(Path.Combine(_root, "config.yml"), $$"""
            version: 0.1
            log: { level: error }
            storage: { filesystem: { rootdirectory: {{_root}}/data } }
            http: { addr: "127.0.0.1:{{Port}}", tls: { certificate: {{_root}}/server.crt, key: {{_root}}/server.key } }
            auth: { htpasswd: { realm: slipway, path: {{_root}}/users } }

            """);
        _process = Process.Start(new ProcessStartInfo(Program("docker-registry")!, ["serve", Path.Combine(_root, "config.yml")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        using var http = new HttpClient(Trusting());
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync($"https://127.0.0.1:{Port}/v2/");
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                return;
            }
            catch (HttpRequestException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    public static string? Program(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {output.Result}{error.Result}");
        return output.Result;
    }

    private SocketsHttpHandler Trusting()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(Authority));
        return new() { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } };
    }

    private void Certify()
    {
        using ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256), key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var authorityRequest = new CertificateRequest("CN=Slipway's tests", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = authorityRequest.CreateSelfSigned(from, to);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, from, to, [1, 2, 3, 4]);
        File.WriteAllText(Authority, authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_root, "server.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_root, "server.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
