using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Slipway.Evidence.Json;
using Slipway.Model;

namespace Slipway.Artifacts.Oci;

/// <summary>What an image says of how it is run.</summary>
internal sealed record ImageConfig
{
    // Nobody's clock shows in what ships.
    private const string Created = "1970-01-01T00:00:00Z";

    /// <summary>As Go names it: <c>amd64</c>, <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Of the processor, such as <c>v8</c>; null where the architecture says all.</summary>
    public string? Variant { get; init; }

    /// <summary>Digests of the layers, uncompressed.</summary>
    public required ImmutableArray<Digest> DiffIds { get; init; }

    /// <summary>The program and its first arguments.</summary>
    public ImmutableArray<string> Start { get; init; } = [];

    /// <summary><c>NAME=value</c></summary>
    public ImmutableArray<string> Environment { get; init; } = [];

    /// <summary><c>8080/tcp</c></summary>
    public ImmutableArray<string> Ports { get; init; } = [];

    /// <summary>A user's number or name.</summary>
    public string? RunsAs { get; init; }

    public string? WorkingFolder { get; init; }

    /// <summary>The bytes in their one form.</summary>
    public byte[] Write()
    {
        var config = new JsonObject();
        if (RunsAs is not null) config["User"] = RunsAs;
        if (WorkingFolder is not null) config["WorkingDir"] = WorkingFolder;
        if (!Ports.IsEmpty) config["ExposedPorts"] = new JsonObject(Ports.Select(port => KeyValuePair.Create(port, (JsonNode?)new JsonObject())));
        if (!Environment.IsEmpty) config["Env"] = Texts(Environment);
        if (!Start.IsEmpty) config["Entrypoint"] = Texts(Start);
        var members = new JsonObject
        {
            ["created"] = Created,
            ["architecture"] = Architecture,
            ["os"] = "linux",
            ["config"] = config,
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = Texts(DiffIds.Select(layer => layer.ToString())) },
        };
        if (Variant is not null) members["variant"] = Variant;
        return CanonicalJson.Write(members);
    }

    /// <summary>The same with more variables; of one name, the later counts.</summary>
    public ImageConfig WithEnvironment(params IEnumerable<string> more)
    {
        var names = more.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        return this with { Environment = [.. Environment.Where(variable => !names.Contains(NameOf(variable))), .. more] };
    }

    private static string NameOf(string variable) => variable.Split('=', 2)[0];

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
