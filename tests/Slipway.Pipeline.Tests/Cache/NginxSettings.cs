using Slipway.Pipeline.Cache.Remote;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>The settings by which a run uses the server.</summary>
internal static class NginxSettings
{
    extension(Nginx server)
    {
        public RemoteSettings Writing => new() { Address = server.Address, Writes = true };

        public RemoteSettings Reading => new() { Address = server.Address };
    }
}
