using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Slipway.Evidence.Keys;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Trust;

/// <summary>
/// Changes the text of a <c>trust.yaml</c> line by line, so that comments and order stay as people wrote them. What comes of it is read
/// again and must say exactly what was meant; a text in which that cannot be done is left to a person.
/// </summary>
public static class TrustEditor
{
    private const string Start = """
        # yaml-language-server: $schema=build/schemas/trust.schema.json
        # Whose signatures this platform believes. Whoever may change this file decides what may be delivered.
        # A machine's own development key counts on that machine, for what goes no further than dev:
        development: true
        keys:

        """;

    /// <summary>The text with one key more.</summary>
    /// <param name="text">Of the file as it is; null to begin one.</param>
    /// <param name="key">The key, with everything that is to be said of it.</param>
    /// <param name="root">The platform's, absolute.</param>
    /// <exception cref="BadInputException">The text is no trust file, has that key, or cannot be changed line by line.</exception>
    public static string Add(string? text, TrustedKey key, string root)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = Entry(key);
        if (text is null) return Checked(Start + Indented(entry, "  "), root, file => file.Keys is [var only] && TrustFile.Told(only) == TrustFile.Told(key));
        var before = Read(text, root);
        if (before.Keys.Any(known => known.Key.Equals(key.Key)))
            throw Bad(Codes.TrustedTwice, $"{key.Key.Id} stands in {TrustFile.FileName} already.", "Change what is said of it there.");
        var lines = new TrustText(text);
        lines.Append(Indented(entry, lines.Indent ?? throw NotEditable()));
        return Checked(lines.ToString(), root, after => Same(after, before.Keys.Add(key), before.Development));
    }

    /// <summary>The text in which a key counts no longer, whatever it signed and whenever.</summary>
    /// <param name="text">Of the file as it is.</param>
    /// <param name="id">The key's fingerprint.</param>
    /// <param name="root">The platform's, absolute.</param>
    /// <exception cref="BadInputException">The key is not in it, or the text cannot be changed line by line.</exception>
    public static string Revoke(string text, string id, string root) =>
        Set(text, id, root, "revoked", "true", key => key with { Revoked = true });

    /// <summary>The text in which what a key signs from a time on counts no longer; what it signed before still does.</summary>
    /// <param name="text">Of the file as it is.</param>
    /// <param name="id">The key's fingerprint.</param>
    /// <param name="end">From when on; told in whole seconds of UTC.</param>
    /// <param name="root">The platform's, absolute.</param>
    /// <exception cref="BadInputException">The key is not in it, or the text cannot be changed line by line.</exception>
    public static string Retire(string text, string id, DateTimeOffset end, string root)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(end.ToUnixTimeSeconds());
        return Set(text, id, root, "notAfter", Time(second), key => key with { NotAfter = second });
    }

    private static string Set(string text, string id, string root, string name, string value, Func<TrustedKey, TrustedKey> change)
    {
        var before = Read(text, root);
        if (!before.Keys.Any(key => key.Key.Id == id)) throw Unknown(id, before);
        var lines = new TrustText(text);
        if (!lines.Set(id, name, value)) throw NotEditable();
        return Checked(lines.ToString(), root, after => Same(after, [.. before.Keys.Select(key => key.Key.Id == id ? change(key) : key)], before.Development));
    }

    private static bool Same(TrustFile file, ImmutableArray<TrustedKey> keys, bool development) =>
        file.Digest == new TrustFile { Keys = keys, Development = development }.Digest;

    private static TrustFile Read(string text, string root) => TrustFileReader.Read(Encoding.UTF8.GetBytes(text), root);

    private static string Checked(string text, string root, Func<TrustFile, bool> isMeant)
    {
        TrustFile file;
        try
        {
            file = Read(text, root);
        }
        catch (BadInputException bad) when (bad.Problems.All(problem => problem.Code is not YamlCodes.NotAllowed))
        {
            throw NotEditable();
        }
        return isMeant(file) ? text : throw NotEditable();
    }

    private static IEnumerable<string> Entry(TrustedKey key)
    {
        yield return $"- id: {key.Key.Id}";
        if (key.Kind is KeyKind.Development) yield return "  kind: development";
        if (key.Builder is { } builder) yield return $"  builder: {builder}";
        if (key.NotBefore is { } start) yield return $"  notBefore: {Time(start)}";
        if (key.NotAfter is { } end) yield return $"  notAfter: {Time(end)}";
        if (!key.Attests.IsDefault) yield return $"  attests: [{string.Join(", ", key.Attests)}]";
        yield return "  key: |";
        foreach (var line in key.Key.Pem.TrimEnd().Split('\n')) yield return $"    {line}";
    }

    private static string Indented(IEnumerable<string> lines, string indent) => string.Concat(lines.Select(line => $"{indent}{line}\n"));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static BadInputException Unknown(string id, TrustFile file) => Bad(
        Codes.NotTrusted,
        $"'{id}' is none of the keys in {TrustFile.FileName}.",
        Spelling.Nearest(id, file.Keys.Select(key => key.Key.Id)) is { } near ? $"Is {near} meant?" : $"It has: {string.Join(", ", file.Keys.Select(key => key.Key.Id))}.");

    private static BadInputException NotEditable() => Bad(
        Codes.TrustNotEditable,
        $"{TrustFile.FileName} is written in a form that cannot be changed line by line.",
        "Write each key as an item of its own, '- id: …' and its other keys below, or change the file by hand.");

    private static BadInputException Bad(string code, string message, string mend) =>
        new(new Problem { Code = code, Message = message, File = TrustFile.FileName, Mend = mend });
}
