using System.Text;

namespace Slipway.Artifacts.Tests.Fuzz;

/// <summary>Spoils bytes in the ways that readers trip over. The same seed spoils in the same way.</summary>
internal sealed class Mutator(int seed, params string[] words)
{
    private static readonly string[] Common =
        ["\"", "{", "}", "[", "]", ":", ",", "null", "true", "-1", "1e999", "99999999999999999999", "\\ud800", "\0", "\n", "\t", "- ", "&a", "*a", "../", "\u202e", "{}", "[]", "\"\":"];

    private readonly Random _random = new(seed);
    private readonly string[] _words = [.. Common, .. words];

    public byte[] Spoil(byte[] whole)
    {
        var bytes = new List<byte>(whole);
        for (var count = _random.Next(1, 4); count > 0; count--) Once(bytes);
        return [.. bytes];
    }

    private void Once(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 40), bytes.Count - at);
        switch (_random.Next(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when length > 0:
                bytes.RemoveRange(at, length);
                break;
            case 2 when length > 0:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3 when length > 0:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(_words[_random.Next(_words.Length)]));
                break;
        }
    }
}
