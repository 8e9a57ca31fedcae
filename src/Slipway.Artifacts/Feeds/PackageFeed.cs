using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Feeds;

/// <summary>A NuGet feed to push to, over NuGet's own client. A version that lies there never changes what it holds.</summary>
public sealed class PackageFeed
{
    private readonly FeedOptions _options;
    private readonly SourceRepository _repository;
    private readonly bool _isFolder;

    /// <exception cref="BadInputException">The source is neither an address over TLS nor a folder.</exception>
    public PackageFeed(FeedOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var isAddress = Uri.TryCreate(options.Source, UriKind.Absolute, out var address) && !address.IsFile;
        if (isAddress && !(address!.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)))
            throw new BadInputException(Refused("it is not reached over TLS", "Write an https address, or the path of a folder."));
        _isFolder = !isAddress;
        var source = new PackageSource(_isFolder ? Path.GetFullPath(options.Source) : options.Source) { AllowInsecureConnections = isAddress && address!.IsLoopback };
        _repository = Repository.Factory.GetCoreV3(source);
    }

    /// <summary>Pushes one package, unless it lies there already.</summary>
    /// <param name="package">A <c>.nupkg</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="KnownFailureException">The feed refused or failed, or has other content under that version.</exception>
    /// <exception cref="BadInputException">The certificate does not serve.</exception>
    public async Task<PushedPackage> PushAsync(string package, CancellationToken cancellation = default)
    {
        var scratch = Directory.CreateTempSubdirectory("slipway-feed-").FullName;
        try
        {
            using var cache = new SourceCacheContext { NoCache = true, DirectDownload = true, GeneratedTempFolder = scratch };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(_options.TimeLimit);
            var identity = IdentityOf(package);
            var pushed = new PushedPackage { Id = identity.Id, Version = identity.Version.ToNormalizedString() };
            if (_isFolder) Directory.CreateDirectory(_repository.PackageSource.Source);
            if (await IsThereAsync(identity, package, cache, limit.Token)) return pushed with { Kept = true };
            var sent = package;
            if (_options.Certificate is { } certificate)
            {
                sent = Path.Combine(scratch, Path.GetFileName(package));
                await PackageSigner.SignAsync(package, sent, certificate, cancellation);
            }
            await SendAsync(sent);
            return pushed;
        }
        catch (Exception error) when (error is not SlipwayException && (IsBroken(error) || IsBroken(error.GetBaseException())))
        {
            throw new KnownFailureException(
                new Problem
                {
                    Code = Codes.PackageBroken,
                    Message = $"{_options.Source} was given no package: {Path.GetFileName(package)}, or what lies there under its version, is none: {Innermost(error)}",
                    Mend = _isFolder ? "Delete the file of that name in the feed's folder, or package the unit again." : "Package the unit again.",
                },
                error);
        }
        catch (Exception error) when (error is FatalProtocolException or HttpRequestException or IOException or UnauthorizedAccessException or InvalidOperationException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new KnownFailureException(Refused($"{Path.GetFileName(package)}: {Innermost(error)}", "See that the feed answers and takes the key in SLIPWAY_NUGET_API_KEY; then publish again."), error);
        }
        finally
        {
            FileTree.Delete(scratch);
        }
    }

    private async Task<bool> IsThereAsync(PackageIdentity identity, string package, SourceCacheContext cache, CancellationToken cancellation)
    {
        var finder = await _repository.GetResourceAsync<FindPackageByIdResource>(cancellation) ?? throw new InvalidOperationException("it cannot be asked for packages");
        using var present = new MemoryStream();
        if (!await finder.DoesPackageExistAsync(identity.Id, identity.Version, cache, NullLogger.Instance, cancellation)) return false;
        if (!await finder.CopyNupkgToStreamAsync(identity.Id, identity.Version, present, cache, NullLogger.Instance, cancellation)) return false;
        present.Position = 0;
        await using var mine = File.OpenRead(package);
        return PackageContent.DigestOf(present) == PackageContent.DigestOf(mine) ? true : throw new KnownFailureException(new Problem
        {
            Code = Codes.PackageTaken,
            Message = $"{_options.Source} has {identity.Id} {identity.Version} already, with other content.",
            Mend = "A version names one content for ever: release what changed under another version.",
        });
    }

    private async Task SendAsync(string package)
    {
        var update = await _repository.GetResourceAsync<PackageUpdateResource>() ?? throw new InvalidOperationException("nothing can be pushed to it");
        await update.PushAsync(
            [package],
            symbolSource: null,
            timeoutInSecond: (int)_options.TimeLimit.TotalSeconds,
            disableBuffering: false,
            getApiKey: _ => _options.ApiKey,
            getSymbolApiKey: _ => null,
            noServiceEndpoint: false,
            skipDuplicate: false,
            allowSnupkg: false,
            allowInsecureConnections: _repository.PackageSource.AllowInsecureConnections,
            NullLogger.Instance);
    }

    private static PackageIdentity IdentityOf(string package)
    {
        using var reader = new PackageArchiveReader(package);
        return reader.GetIdentity();
    }

    // What NuGet throws of an archive that is none, or has no manifest that it could read.
    private static bool IsBroken(Exception error) => error is InvalidDataException or PackagingException or System.Xml.XmlException or FormatException;

    private static string Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error.Message;

    private Problem Refused(string why, string mend) => new()
    {
        Code = Codes.FeedRefused,
        Message = $"The feed {_options.Source} took no package: {why.TrimEnd('.')}.",
        Mend = mend,
    };
}
