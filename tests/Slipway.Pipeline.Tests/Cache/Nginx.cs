using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Machine.Processes;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>A real nginx with WebDAV, as an administrator would set it up for Bazel, on a free port and in a folder of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ChildProcess _process;

    private Nginx(string folder, ChildProcess process, Uri address) => (_folder, _process, Address) = (folder, process, address);

    public Uri Address { get; }

    private string Data => Path.Combine(_folder, "data");

    public static async Task<Nginx> StartAsync()
    {
        Assert.SkipWhen(Find() is null, "nginx is not installed: apt-get install nginx.");
        // A free port can be taken by another before nginx binds it: then the next is tried.
        for (var attempt = 0; ; attempt++)
        {
            if (await TryStartAsync(Find()!, FreePort()) is { } server) return server;
            Assert.True(attempt < 10, "nginx did not start on any of ten ports.");
        }
    }

    public string[] Files(string kind) => Directory.Exists(Path.Combine(Data, kind)) ? Directory.GetFiles(Path.Combine(Data, kind)) : [];

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Nginx?> TryStartAsync(string program, int port)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-nginx-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), Configuration(folder, port));
        var process = ChildProcess.Start(ProcessRequest.For(program, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log")]));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var address = new Uri($"http://127.0.0.1:{port}/");
        while (!process.HasExited)
        {
            try
            {
                // Answers only where it is this nginx and no other program that took the port.
                if ((await client.GetStringAsync(new Uri(address, "whoami"))).Trim() == folder) return new(folder, process, address);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        return null;
    }

    private static string? Find() => ((string[])["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx"]).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Configuration(string folder, int port) => new StringBuilder()
        .AppendLine(Environment.UserName == "root" ? "user root;" : "")
        .AppendLine($$"""
            daemon off;
            pid {{folder}}/nginx.pid;
            events { }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              server {
                listen 127.0.0.1:{{port}};
                client_max_body_size 1g;
                location = /whoami { return 200 "{{folder}}"; }
                location / {
                  root {{folder}}/data;
                  dav_methods PUT;
                  create_full_put_path on;
                }
              }
            }
            """)
        .ToString();
}
