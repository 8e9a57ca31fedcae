using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NuGet.Packaging;
using NuGet.Versioning;
using Slipway.Artifacts.Feeds;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Feeds;

public sealed class FeedTests : IDisposable
{
    private readonly Yard _yard = new();
    private readonly FakeFeed _http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_package_is_pushed_once_and_then_left(bool http)
    {
        var (feed, package) = (Feed(http), Package("content"));
        Assert.Equal(new() { Id = "Shop.Sdk", Version = "1.4.0" }, await feed.PushAsync(package, Cancellation));
        Assert.True((await feed.PushAsync(package, Cancellation)).Kept);
        Assert.Equal(File.ReadAllBytes(package), Pushed(http));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_version_never_changes_what_it_holds(bool http)
    {
        var feed = Feed(http);
        await feed.PushAsync(Package("content"), Cancellation);
        await FailsAsync("SLP4133", () => feed.PushAsync(Package("other content"), Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_package_is_signed_by_its_author_where_a_certificate_is_given(bool http)
    {
        using var certificate = Certificate(HashAlgorithmName.SHA256, "1.3.6.1.5.5.7.3.3");
        var package = Package("content");
        await Feed(http, certificate).PushAsync(package, Cancellation);
        Directory.CreateDirectory(_yard.At("read"));
        await File.WriteAllBytesAsync(_yard.At("read/signed.nupkg"), Pushed(http), Cancellation);
        using var reader = new PackageArchiveReader(_yard.At("read/signed.nupkg"));
        Assert.True(await reader.IsSignedAsync(Cancellation));
        var signature = await reader.GetPrimarySignatureAsync(Cancellation);
        Assert.Equal((NuGet.Packaging.Signing.SignatureType.Author, certificate.Thumbprint), (signature!.Type, signature.SignerInfo.Certificate!.Thumbprint));
        using var released = new PackageArchiveReader(package);
        Assert.False(await released.IsSignedAsync(Cancellation));
        Assert.True((await Feed(http, certificate).PushAsync(package, Cancellation)).Kept);
    }

    [Fact]
    public async Task A_certificate_for_something_else_is_refused()
    {
        using var certificate = Certificate(HashAlgorithmName.SHA256, "1.3.6.1.5.5.7.3.1");
        var error = await Assert.ThrowsAsync<BadInputException>(() => Feed(http: false, certificate).PushAsync(Package("content"), Cancellation));
        Assert.Equal("SLP4134", Assert.Single(error.Problems).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no archive")]
    public async Task A_broken_package_in_the_feeds_folder_is_said(string content)
    {
        Directory.CreateDirectory(_yard.At("feed"));
        File.WriteAllText(_yard.At("feed/Shop.Sdk.1.4.0.nupkg"), content);
        var problem = await FailsAsync("SLP4139", () => Feed(http: false).PushAsync(Package("content"), Cancellation));
        Assert.Contains("Delete the file of that name in the feed's folder", problem.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_package_that_is_none_is_said(bool http)
    {
        File.WriteAllText(_yard.At("broken.nupkg"), "no archive");
        await FailsAsync("SLP4139", () => Feed(http).PushAsync(_yard.At("broken.nupkg"), Cancellation));
    }

    [Fact]
    public async Task A_package_that_is_none_in_a_feed_over_http_is_said()
    {
        _http.Packages[("shop.sdk", "1.4.0")] = [1, 2, 3];
        await FailsAsync("SLP4139", () => Feed(http: true).PushAsync(Package("content"), Cancellation));
    }

    [Fact]
    public async Task A_wrong_key_is_said_and_not_shown()
    {
        var problem = await FailsAsync("SLP4132", () => new PackageFeed(new() { Source = _http.Index, ApiKey = "wrong" }).PushAsync(Package("content"), Cancellation));
        Assert.Contains("403", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_not_there_is_said() =>
        await FailsAsync("SLP4132", () => new PackageFeed(new() { Source = "http://127.0.0.1:9/index.json" }).PushAsync(Package("content"), Cancellation));

    [Theory]
    [InlineData("http://feed.example.com/index.json")]
    [InlineData("ftp://feed.example.com/")]
    public void A_feed_that_others_could_listen_to_is_refused(string source) =>
        Assert.Equal("SLP4132", Assert.Single(Assert.Throws<BadInputException>(() => new PackageFeed(new() { Source = source })).Problems).Code);

    public void Dispose()
    {
        _http.Dispose();
        _yard.Dispose();
    }

    private static async Task<Problem> FailsAsync(string code, Func<Task> act)
    {
        var problem = Assert.Single((await Assert.ThrowsAsync<KnownFailureException>(act)).Problems);
        Assert.Equal(code, problem.Code);
        return problem;
    }

    private PackageFeed Feed(bool http, X509Certificate2? certificate = null) =>
        new(new() { Source = http ? _http.Index : _yard.At("feed"), ApiKey = FakeFeed.Key, Certificate = certificate });

    private byte[] Pushed(bool http) => http ? Assert.Single(_http.Packages).Value : File.ReadAllBytes(Assert.Single(Directory.GetFiles(_yard.At("feed"), "*.nupkg", SearchOption.AllDirectories)));

    private string Package(string content)
    {
        _yard.Put("files/lib/net10.0/Shop.Sdk.dll", content);
        var builder = new PackageBuilder { Id = "Shop.Sdk", Version = NuGetVersion.Parse("1.4.0"), Description = "For tests" };
        builder.Authors.Add("Slipway");
        builder.Files.Add(new PhysicalPackageFile { SourcePath = _yard.At("files/lib/net10.0/Shop.Sdk.dll"), TargetPath = "lib/net10.0/Shop.Sdk.dll" });
        var path = _yard.At($"Shop.Sdk.{Guid.NewGuid():N}.nupkg");
        using var file = File.Create(path);
        builder.Save(file);
        return path;
    }

    private static X509Certificate2 Certificate(HashAlgorithmName hash, string use)
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest("CN=Slipway's tests", key, hash, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(use)], critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
