using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.IntegrationTests;

/// <summary>
/// A FAKE of a model's API in OpenAI's wire format, and of the catalog, on a loopback port. No model is called: the first turn asks for
/// the tool, the second answers with what the tool gave. It says so in every response.
/// </summary>
internal sealed class FakeOutside : IAsyncDisposable
{
    private static readonly object _rope =
        new { id = Guid.Parse("0c0a6a5e-6a39-4c1c-9c1e-0a6f3c1b2d02"), sku = "HL-ROPE-08", name = "Hemp rope", price = 24.50m, currency = "EUR" };

    private static readonly object _call = new { name = "find_products", arguments = """{"query":"rope"}""" };

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonElement> _requests = [];

    private FakeOutside()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", Complete);
        _app.MapGet("/products", (string? q) => new { items = q == "rope" ? new[] { _rope } : [], next = (string?)null });
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    /// <summary>The bodies of the model's requests, oldest first.</summary>
    public IReadOnlyList<JsonElement> Requests => [.. _requests];

    public ConcurrentQueue<string?> Authorizations { get; } = [];

    /// <summary>What the model answers with instead; null to behave.</summary>
    public int? FailWith { get; set; }

    public static async Task<FakeOutside> StartAsync()
    {
        var fake = new FakeOutside();
        await fake._app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Complete(JsonElement request, HttpContext context)
    {
        _requests.Enqueue(request);
        Authorizations.Enqueue(context.Request.Headers.Authorization);
        context.Response.Headers["X-Fake"] = "no model was called";
        if (FailWith is { } status) return Results.Json(new { error = new { message = "a fake failure", type = "fake" } }, statusCode: status);

        var last = request.GetProperty("messages").EnumerateArray().Last();
        return last.GetProperty("role").GetString() == "tool"
            ? Completion("stop", new { role = "assistant", content = Answer(last.GetProperty("content").GetString()!) })
            : Completion("tool_calls", new
            {
                role = "assistant",
                content = (string?)null,
                tool_calls = new[] { new { id = "call_1", type = "function", function = _call } },
            });
    }

    private static string Answer(string found)
    {
        var product = JsonElement.Parse(found)[0];
        return JsonSerializer.Serialize(new
        {
            answer = $"{product.GetProperty("name").GetString()} costs {product.GetProperty("price").GetDecimal()} EUR.",
            skus = new[] { product.GetProperty("sku").GetString() },
            outcome = "answered",
        });
    }

    private static IResult Completion(string reason, object message) => Results.Json(new
    {
        id = "chatcmpl-fake",
        @object = "chat.completion",
        created = 1,
        model = "fake-model",
        system_fingerprint = "fake: no model was called",
        choices = new[] { new { index = 0, message, finish_reason = reason } },
        usage = new { prompt_tokens = 10, completion_tokens = 5, total_tokens = 15 },
    });
}
