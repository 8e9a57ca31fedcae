using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Artifacts.Registries.Transport;
using Slipway.Model;

namespace Slipway.Artifacts.Registries;

/// <summary>One repository of a registry, in the words of the OCI distribution protocol. Every call is tried again where that may help.</summary>
internal sealed class RegistryRepository(RegistryTransport transport, RegistryReference at)
{
    private const string DigestHeader = "Docker-Content-Digest";
    private const string SubjectHeader = "OCI-Subject";

    public RegistryReference At => at;

    /// <summary>The digest under a tag, or of what was asked for by digest; null where there is nothing.</summary>
    public async Task<ManifestText?> FindManifestAsync(string wanted, CancellationToken cancellation) =>
        await transport.TryAsync(cancellation => FindOnceAsync(wanted, cancellation), cancellation);

    /// <summary>Writes a manifest and holds against its digest what the registry says that it wrote.</summary>
    /// <returns>Whether the registry keeps account by itself of what refers to what.</returns>
    public async Task<bool> PutManifestAsync(string name, ManifestText manifest, CancellationToken cancellation) =>
        await transport.TryAsync(cancellation => PutOnceAsync(name, manifest, cancellation), cancellation);

    /// <summary>Writes under a tag what is made of that which lies there. After a write that failed, what lies there is read anew: it may be another by then.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="change">Makes the new of the old, which is null where there is none; null where nothing has to be written.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether something was written.</returns>
    public async Task<bool> ChangeManifestAsync(string tag, Func<ManifestText?, ManifestText?> change, CancellationToken cancellation) => await transport.TryAsync(
        async cancellation =>
        {
            if (change(await FindOnceAsync(tag, cancellation)) is not { } changed) return false;
            await PutOnceAsync(tag, changed, cancellation);
            return true;
        },
        cancellation);

    /// <summary>Every manifest that refers to another, by the referrers API or by the tag that stands in for it.</summary>
    public async Task<IReadOnlyList<BlobDescriptor>> FindReferrersAsync(Digest subject, CancellationToken cancellation)
    {
        List<BlobDescriptor> found = [];
        for (var next = Address($"referrers/{subject}"); next is not null;)
        {
            var page = await FindReferrersAsync(next, cancellation);
            if (page is null) return (await FindManifestAsync(TagOfReferrers(subject), cancellation))?.Children ?? [];
            found.AddRange(page.Value.Found);
            if (found.Count > 10_000) throw RegistryTransport.Answered(at.Host, "it lists more than 10,000 referrers").AsFailure(1);
            next = page.Value.Next;
        }
        return found;
    }

    /// <summary>The tag whose index lists what refers to a manifest, where the registry has no API for that.</summary>
    public static string TagOfReferrers(Digest subject) => $"sha256-{subject.Hex}";

    public Uri Address(string path) => new(at.Root, $"v2/{at.Repository}/{path}");

    public static RegistryFault Differs(string what, bool retry = false) => RegistryFault.Of(
        Codes.RegistryDigestDiffers, $"A registry's bytes are not those of their digest: {what}.", "Nothing was tagged or kept. Try again; if it stays so, the registry or something before it alters content.", retry);

    private async Task<ManifestText?> FindOnceAsync(string wanted, CancellationToken cancellation)
    {
        using var patience = new Patience(transport.Options, 0, cancellation);
        using var response = await transport.SendAsync(at, push: false, () => Asking(HttpMethod.Get, wanted), patience, cancellation);
        if (response.StatusCode is HttpStatusCode.NotFound) return null;
        if (response.StatusCode is not HttpStatusCode.OK) throw await transport.UnexpectedAsync($"Reading {at.Repository} {wanted}", at, response, cancellation);
        var bytes = await RegistryTransport.ReadAsync(at.Host, response, patience, cancellation);
        var digest = Digest.Of(bytes);
        CheckDigest(response, digest, $"{at.Repository} {wanted}");
        if (Digest.TryParse(wanted, out var asked) && asked != digest) throw Differs($"{wanted} was asked for, and {digest} came", retry: true);
        return Read(response.Content.Headers.ContentType?.MediaType, digest, bytes);
    }

    private async Task<bool> PutOnceAsync(string name, ManifestText manifest, CancellationToken cancellation)
    {
        using var patience = new Patience(transport.Options, manifest.Bytes.Length, cancellation);
        using var response = await transport.SendAsync(
            at,
            push: true,
            () => new(HttpMethod.Put, Address($"manifests/{name}")) { Content = new ReadOnlyMemoryContent(manifest.Bytes) { Headers = { ContentType = new(manifest.Descriptor.MediaType) } } },
            patience,
            cancellation);
        if (response.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.Accepted))
            throw await transport.UnexpectedAsync($"Writing {at.Repository} {name}", at, response, cancellation);
        CheckDigest(response, manifest.Descriptor.Digest, $"{at.Repository} {name}");
        return response.Headers.Contains(SubjectHeader);
    }

    private async Task<(IReadOnlyList<BlobDescriptor> Found, Uri? Next)?> FindReferrersAsync(Uri address, CancellationToken cancellation) => await transport.TryAsync(
        async cancellation =>
        {
            using var patience = new Patience(transport.Options, 0, cancellation);
            using var response = await transport.SendAsync(at, push: false, () => new(HttpMethod.Get, address), patience, cancellation);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed) return ((IReadOnlyList<BlobDescriptor>, Uri?)?)null;
            if (response.StatusCode is not HttpStatusCode.OK) throw await transport.UnexpectedAsync($"Asking {at.Repository} for referrers", at, response, cancellation);
            var bytes = await RegistryTransport.ReadAsync(at.Host, response, patience, cancellation);
            return (Read(MediaTypes.Index, Digest.Of(bytes), bytes).Children, Next(response));
        },
        cancellation);

    private Uri? Next(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var links) || links.FirstOrDefault(link => link.Contains("rel=\"next\"", StringComparison.Ordinal)) is not { } next) return null;
        var text = next.Split('<', '>') is [_, var between, ..] ? between : "";
        return Uri.TryCreate(at.Root, text, out var address) && address.Authority == at.Root.Authority ? address : null;
    }

    private HttpRequestMessage Asking(HttpMethod method, string wanted)
    {
        var request = new HttpRequestMessage(method, Address($"manifests/{wanted}"));
        foreach (var type in MediaTypes.Manifests) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        return request;
    }

    private ManifestText Read(string? mediaType, Digest digest, byte[] bytes)
    {
        try
        {
            var type = mediaType is not null && MediaTypes.Manifests.Contains(mediaType) ? mediaType : Said(bytes);
            return ManifestText.Read(new(type, digest, bytes.Length), bytes);
        }
        catch (FormatException error)
        {
            throw RegistryTransport.Answered(at.Host, error.Message);
        }
    }

    private static string Said(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.GetProperty("mediaType").GetString() is { } said && MediaTypes.Manifests.Contains(said) ? said : throw new FormatException($"it is no manifest, but '{document.RootElement.GetProperty("mediaType")}'");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is no manifest", error);
        }
    }

    private static void CheckDigest(HttpResponseMessage response, Digest digest, string what)
    {
        if (response.Headers.TryGetValues(DigestHeader, out var values) && values.FirstOrDefault() is { } said && said != digest.ToString())
            throw Differs($"{what} is {digest}, and the registry says {said}", retry: true);
    }
}
