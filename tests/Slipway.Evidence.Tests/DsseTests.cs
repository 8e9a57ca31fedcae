using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Slipway.Evidence.Dsse;
using Slipway.Evidence.Keys;

namespace Slipway.Evidence.Tests;

/// <summary>The test vector of the DSSE specification, protocol.md version 1.0.2.</summary>
public sealed class DsseTests
{
    private const string PayloadType = "http://example.com/HelloWorld";
    private const string Signature = "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==";
    private const string X = "46950820868899156662930047687818585632848591499744589407958293238635476079160";
    private const string Y = "5640078356564379163099075877009565129882514886557779369047442380624545832820";

    [Fact]
    public void The_encoding_is_the_one_that_the_specification_prints() => Assert.Equal(
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world"u8,
        PreAuthentication.Encode(PayloadType, "hello world"u8));

    [Fact]
    public void Lengths_count_bytes_and_not_letters() =>
        Assert.Equal("DSSEv1 2 ä 4 🚢"u8, PreAuthentication.Encode("ä", "🚢"u8));

    [Fact]
    public void The_signature_that_the_specification_prints_verifies() =>
        Assert.True(SpecificationKey().Verify(PreAuthentication.Encode(PayloadType, "hello world"u8), Der(Signature)));

    [Fact]
    public void It_does_not_verify_over_another_type_with_the_same_body() =>
        Assert.False(SpecificationKey().Verify(PreAuthentication.Encode(PayloadType + "2", "hello world"u8), Der(Signature)));

    private static VerificationKey SpecificationKey()
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Coordinate(X), Y = Coordinate(Y) } });
        return VerificationKey.FromPem(key.ExportSubjectPublicKeyInfoPem(), "the specification");
    }

    private static byte[] Coordinate(string number)
    {
        var bytes = BigInteger.Parse(number, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    // The vector is the raw pair r||s; the tools that read our bundles want DER.
    private static byte[] Der(string raw)
    {
        var pair = Convert.FromBase64String(raw);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(pair.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(pair.AsSpan(32), isUnsigned: true, isBigEndian: true));
        }
        return writer.Encode();
    }
}
