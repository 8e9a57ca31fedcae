using System.Text;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Registries.Credentials;

/// <summary>
/// Reads what <c>docker login</c> left: <c>auths</c>, <c>credHelpers</c> and <c>credsStore</c> of Docker's <c>config.json</c>. A helper is the
/// program <c>docker-credential-NAME</c>, asked as Docker asks it.
/// </summary>
/// <param name="file">The <c>config.json</c>, absolute; it need not exist.</param>
/// <param name="processes">Runs the helpers.</param>
public sealed class DockerCredentials(string file, IProcessRunner processes)
{
    private const long LargestFile = 1 << 20;
    private const string Hub = "https://index.docker.io/v1/";

    /// <summary>From <c>DOCKER_CONFIG</c>, else from <c>.docker</c> in the home folder.</summary>
    public static DockerCredentials FromEnvironment()
    {
        var folder = Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");
        return new(Path.GetFullPath(Path.Combine(folder, "config.json")), new ProcessRunner());
    }

    /// <summary>Who to be for a registry; null for nobody.</summary>
    /// <param name="host">With its port, if it has one.</param>
    /// <param name="cancellation">Stops waiting for a helper.</param>
    /// <exception cref="BadInputException">The file is damaged, or a helper failed.</exception>
    public async Task<RegistryCredential?> FindAsync(string host, CancellationToken cancellation)
    {
        if (!FileKind.IsThere(file)) return null;
        using var config = Read();
        if (config.RootElement.ValueKind is not JsonValueKind.Object) throw Damaged("it is no JSON object");
        var names = NamesOf(host);
        var helper = names.Select(name => Text(Member(config.RootElement, "credHelpers"), name)).FirstOrDefault(found => found is not null)
            ?? Text(config.RootElement, "credsStore");
        if (helper is not null && await AskAsync(helper, names, cancellation) is { } credential) return credential;
        var auths = Member(config.RootElement, "auths");
        return names.Select(name => Member(auths, name)).OfType<JsonElement>().Select(Own).FirstOrDefault(found => found is not null);
    }

    private static string[] NamesOf(string host) =>
        host is "registry-1.docker.io" ? [Hub, "docker.io", host] : [host, $"https://{host}", $"https://{host}/v1/", $"https://{host}/v2/"];

    private JsonDocument Read()
    {
        try
        {
            if (FileKind.Other(file) is { } other) throw Damaged($"it is {other}");
            return new FileInfo(file).Length <= LargestFile ? JsonDocument.Parse(File.ReadAllBytes(file)) : throw Damaged("it is too large");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Damaged(error.Message);
        }
    }

    private RegistryCredential? Own(JsonElement entry)
    {
        if (Text(entry, "identitytoken") is { Length: > 0 } token) return new RegistryCredential.IdentityToken(token);
        if (Text(entry, "auth") is not { Length: > 0 } auth) return null;
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(auth)).Split(':', 2) is [var user, var password]
                ? new RegistryCredential.UserPassword(user, password.TrimEnd('\0'))
                : throw Damaged("an 'auth' is no user and password");
        }
        catch (FormatException)
        {
            throw Damaged("an 'auth' is not base64");
        }
    }

    private async Task<RegistryCredential?> AskAsync(string helper, string[] names, CancellationToken cancellation)
    {
        if (helper.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.'))) throw Damaged($"'{helper}' cannot be a helper's name");
        foreach (var name in names)
        {
            var request = ProcessRequest.For($"docker-credential-{helper}", "get") with { StandardInput = name, TimeLimit = TimeSpan.FromSeconds(30), OutputLimit = 64 * 1024 };
            var result = await processes.RunAsync(request, cancellation);
            if (result.Succeeded) return Answer(helper, result.Output);
            if (!result.Output.Contains("credentials not found", StringComparison.Ordinal))
                throw Bad($"The helper docker-credential-{helper} ended with exit code {result.ExitCode}: {Short(result.Output + result.Error)}", "Run it by hand, or log in again with docker login.");
        }
        return null;
    }

    private static RegistryCredential? Answer(string helper, string output)
    {
        try
        {
            using var answer = JsonDocument.Parse(output);
            if (Text(answer.RootElement, "Secret") is not { Length: > 0 } secret) return null;
            var user = Text(answer.RootElement, "Username");
            return user is null or "<token>" ? new RegistryCredential.IdentityToken(secret) : new RegistryCredential.UserPassword(user, secret);
        }
        catch (JsonException)
        {
            // The answer holds the secret: it is not shown.
            throw Bad($"The helper docker-credential-{helper} answered something else than JSON.", "Run it by hand: echo HOST | docker-credential-NAME get.");
        }
    }

    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static string Short(string text) => text.Trim() is { Length: > 500 } longer ? longer[..500] + "…" : text.Trim();

    private BadInputException Damaged(string why) => Bad($"Docker's {file} cannot be read: {why.TrimEnd('.')}.", "Log in again with docker login, or remove the file.");

    private static BadInputException Bad(string message, string mend) => new(new Problem { Code = Codes.CredentialsUnreadable, Message = message, Mend = mend });
}
