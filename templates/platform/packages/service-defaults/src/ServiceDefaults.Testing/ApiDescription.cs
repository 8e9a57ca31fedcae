using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceDefaults.Testing;

/// <summary>
/// The committed <c>openapi.json</c> of a unit against what the service serves. Clients are generated from the file, and a review sees
/// in it how the API changed.
/// </summary>
public static class ApiDescription
{
    private static readonly JsonSerializerOptions _indented = new()
    {
        WriteIndented = true,
        // The file is read by people, and never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>The committed document and the one that is served, in the same form. With UPDATE_OPENAPI=1 the file is written first.</returns>
    public static async Task<(string Committed, string Served)> CompareAsync(HttpClient service)
    {
        var document = JsonNode.Parse(await service.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!.AsObject();
        // Where the service happens to listen is no part of its API.
        document.Remove("servers");
        var served = document.ToJsonString(_indented).ReplaceLineEndings("\n") + "\n";

        var file = Path.Combine(UnitFolder(), "openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, served);
        return (File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "", served);
    }

    private static string UnitFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "unit.yaml")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds a unit.yaml.");
    }
}
