using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Json;

/// <summary>Reads JSON that nobody vouches for: collects every problem, and never throws for what the bytes say.</summary>
/// <param name="file">The file that problems name.</param>
/// <param name="code">The code of a wrong shape.</param>
/// <param name="mend">How to mend whatever is wrong: these files are written by Slipway alone.</param>
internal sealed class StrictJson(string file, string code, string mend)
{
    // Half of a surrogate pair, escaped, is found only when the text is asked for: in parsing that of keys, in reading that of values.
    private const string NotUnicode = "it holds text that is not valid Unicode";

    // Doubled keys are how one document comes to mean two things to two readers.
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    /// <summary>Parses, then reads. What <paramref name="read"/> gives counts only if no problem was found.</summary>
    public Reading<T> Read<T>(ReadOnlyMemory<byte> bytes, string unreadable, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            if (!Utf8.IsValid(bytes.Span)) return Give<T>(null, unreadable, "it is not valid UTF-8");
            using var document = JsonDocument.Parse(bytes, Options);
            return Read(document.RootElement.Clone(), unreadable, read);
        }
        catch (JsonException error)
        {
            return Give<T>(null, unreadable, error.Message, (int?)error.LineNumber + 1, (int?)error.BytePositionInLine + 1);
        }
        catch (InvalidOperationException)
        {
            return Give<T>(null, unreadable, NotUnicode);
        }
    }

    public bool HasProblems => _problems.Count > 0;

    /// <summary>Reads what is parsed already.</summary>
    public Reading<T> Read<T>(JsonElement element, string unreadable, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            return Give(read(element), unreadable, "it cannot be read");
        }
        catch (InvalidOperationException)
        {
            return Give<T>(null, unreadable, NotUnicode);
        }
    }

    public void Report(string message, string? withCode = null) =>
        _problems.Add(new() { Code = withCode ?? code, Message = message, File = file, Mend = mend });

    /// <summary>The members of an object with exactly these keys; null when it is none, or lacks one.</summary>
    public Dictionary<string, JsonElement>? Members(JsonElement element, string path, string[] required, params string[] optional)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            Report($"{path} is {Kind(element)}, and must be an object.");
            return null;
        }
        var members = element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach (var unknown in members.Keys.Except([.. required, .. optional], StringComparer.Ordinal))
        {
            var nearest = Spelling.Nearest(unknown, [.. required, .. optional]);
            Report($"{path} has the unknown key '{unknown}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")}.");
        }
        var missing = required.Except(members.Keys, StringComparer.Ordinal).ToList();
        foreach (var key in missing) Report($"{path} lacks the key '{key}'.");
        return missing.Count == 0 ? members : null;
    }

    public IReadOnlyList<JsonElement> Items(JsonElement element, string path)
    {
        if (element.ValueKind is JsonValueKind.Array) return [.. element.EnumerateArray()];
        Report($"{path} is {Kind(element)}, and must be an array.");
        return [];
    }

    public string? Text(JsonElement element, string path)
    {
        if (element.ValueKind is JsonValueKind.String) return element.GetString();
        Report($"{path} is {Kind(element)}, and must be text.");
        return null;
    }

    public bool? Truth(JsonElement element, string path)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return element.GetBoolean();
        Report($"{path} is {Kind(element)}, and must be true or false.");
        return null;
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private Reading<T> Give<T>(T? value, string unreadable, string why, int? line = null, int? column = null)
        where T : class
    {
        if (_problems.Count > 0) return Reading<T>.Reject(_problems.ToImmutable());
        return value is not null
            ? Reading<T>.Accept(value)
            : Reading<T>.Reject(new Problem
            {
                Code = unreadable,
                Message = $"{file} is not what it must be: {why.TrimEnd('.')}.",
                File = file,
                Line = line,
                Column = column,
                Mend = mend,
            });
    }
}
