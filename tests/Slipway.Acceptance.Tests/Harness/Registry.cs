using System.Net;
using System.Net.Sockets;
using Slipway.Machine.Processes;

namespace Slipway.Acceptance.Tests.Harness;

/// <summary>Debian's <c>docker-registry</c> on the loopback address, in plain text, with nothing in it.</summary>
internal sealed class Registry : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-registry-");
    private readonly CancellationTokenSource _end = new();
    private readonly Task<ProcessResult> _server;

    private Registry(int port)
    {
        Address = $"127.0.0.1:{port}";
        var settings = Path.Combine(_folder.FullName, "config.yml");
        File.WriteAllText(settings, $"version: 0.1\nlog: {{level: error}}\nstorage: {{filesystem: {{rootdirectory: {_folder.FullName}/data}}}}\nhttp: {{addr: '{Address}'}}\n");
        _server = new ProcessRunner().RunAsync(ProcessRequest.For("docker-registry", "serve", settings) with { TimeLimit = TimeSpan.FromMinutes(30) }, _end.Token);
    }

    /// <summary>Host and port.</summary>
    public string Address { get; }

    /// <summary>Started and answering.</summary>
    public static async Task<Registry> StartAsync()
    {
        Assert.SkipWhen(Executables.Find("docker-registry") is null, "docker-registry is not installed.");
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            var registry = new Registry(((IPEndPoint)listener.LocalEndpoint).Port);
            listener.Stop();
            await registry.AnswersAsync();
            return registry;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _server;
        }
        catch (OperationCanceledException)
        {
            // As was asked.
        }
        _end.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://{Address}/v2/"), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }
}
