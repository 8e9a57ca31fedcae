using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Pipeline.Cache.Remote;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>A pretended cache server on a real socket, which does to every request what a test tells it to: nothing that nginx could be made to do.</summary>
internal sealed class PretendServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, string, byte[]?> _answer;
    private readonly Task _serving;

    /// <param name="answer">Method and path to the whole answer, head and all; null for none, ever.</param>
    public PretendServer(Func<string, string, byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The heads as they came, with what must not be in any log.</summary>
    public ConcurrentQueue<string> Heads { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Whether it does as if more were to come.</summary>
    public bool StaysOpen { get; init; }

    public RemoteSettings Remote => new() { Address = Address, Writes = true };

    public static byte[] Status(int code) => Encoding.ASCII.GetBytes($"HTTP/1.1 {code} Said\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    public static byte[] Ok(byte[] content) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n"), .. content];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> open = [];
        try
        {
            while (true) open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await HeadAsync(stream);
                var (method, path) = head.Split(' ') is [var verb, var target, ..] ? (verb, target) : ("", "");
                Heads.Enqueue(head);
                Requests.Enqueue($"{method} /{path.Split('/').ElementAtOrDefault(1)}");
                if (_answer(method, path) is not { } bytes) await Task.Delay(Timeout.Infinite, _end.Token);
                else await stream.WriteAsync(bytes, _end.Token);
                if (!StaysOpen) client.Client.Shutdown(SocketShutdown.Send);
                // A connection that is closed over unread content is reset, and the answer lost with it.
                while (await stream.ReadAsync(new byte[4096], _end.Token) > 0) { }
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
            {
                // The client gave up, or the test is over.
            }
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, _end.Token) > 0) head.Append((char)one[0]);
        return head.ToString();
    }
}
