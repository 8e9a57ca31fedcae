using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Trust;
using Slipway.Evidence.Keys;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Keys;

/// <summary>Makes keys, and changes whom <c>trust.yaml</c> believes. Each change tells what it did.</summary>
internal sealed class KeyChanges(string root, KeyPlaces places, TimeProvider clock)
{
    private readonly string _file = Path.Combine(root, TrustFile.FileName);

    public IEnumerable<string> Make(string path)
    {
        var key = ReleaseKeyFile.Create(path, places);
        path = ReleaseKeyFile.PathOf(path);
        return
        [
            $"Made {key.Id}",
            $"  private half  {path}, encrypted: keep it from everybody, and its passphrase apart",
            $"  public half   {path}{ReleaseKeyFile.PublicEnding}",
            $"Believe it with --target=Keys --trust=file:{path}{ReleaseKeyFile.PublicEnding} --builder=ci",
        ];
    }

    public IEnumerable<string> Trust(NewTrust wanted)
    {
        var key = Read(wanted);
        var text = Text();
        if (wanted.Replaces is { } old) text = TrustEditor.Retire(text ?? throw NoFile(), old, clock.GetUtcNow(), root);
        Write(TrustEditor.Add(text, key, root));
        return
        [
            $"{TrustFile.FileName} believes {key.Key.Id} now",
            .. wanted.Replaces is null ? Array.Empty<string>() : [$"and nothing that {wanted.Replaces} signs from now on; what it signed before still counts"],
            "Commit it: whoever reviews that change decides.",
        ];
    }

    public IEnumerable<string> Revoke(string id)
    {
        Write(TrustEditor.Revoke(Text() ?? throw NoFile(), id, root));
        return [$"{TrustFile.FileName} believes nothing any more that {id} signed, whenever that was", "Commit it, and sign again what is still to be delivered."];
    }

    private static TrustedKey Read(NewTrust wanted) => new(KeyStore.ReadPublicKey(wanted.Key, "--trust"), KeyKind.Release, "--trust")
    {
        Builder = wanted.Builder,
        NotBefore = Time("--not-before", wanted.NotBefore),
        NotAfter = Time("--not-after", wanted.NotAfter),
        Attests = wanted.Attests is { } names ? [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : default,
    };

    private static DateTimeOffset? Time(string option, string? text) => text is null ? null : TrustFileReader.TryTime(text, out var time)
        ? time
        : throw Bad(Codes.BadOptionValue, $"{option} is '{text}', and no time.", "Write a day as 2026-12-31, or a time in UTC as 2026-12-31T18:00:00Z.");

    private string? Text() => FileKind.IsThere(_file) ? Reached("read", () => File.ReadAllText(_file)) : null;

    private void Write(string text) => Reached("written", () =>
    {
        AtomicFile.WriteAllText(_file, text);
        return text;
    });

    private string Reached(string verb, Func<string> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(Artifacts.Codes.TrustUnreachable, $"{_file} cannot be {verb}: {error.Message}", "See who may write in the platform's folder; nothing was changed.");
        }
    }

    private static BadInputException NoFile() =>
        Bad(Artifacts.Codes.NotTrusted, $"There is no {TrustFile.FileName}, so it names no key.", "Begin one: --target=Keys --trust=file:PATH.");

    private static BadInputException Bad(string code, string message, string mend) => new(new Problem { Code = code, Message = message, Mend = mend });
}
