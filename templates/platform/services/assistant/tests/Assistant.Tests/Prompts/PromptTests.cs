using System.Text.Json;
using Assistant.Products;
using Assistant.Prompts;
using CatalogSdk;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Prompts;

public sealed class PromptTests
{
    [Fact]
    public async Task The_tool_that_the_suite_offers_is_the_one_that_the_service_offers()
    {
        using var model = new FakeModel();
        await using var service = new AssistantService(model);
        await using var scope = service.Services.CreateAsyncScope();
        var tool = new ProductLookup(scope.ServiceProvider.GetRequiredService<CatalogClient>()).Tool;

        var file = await File.ReadAllTextAsync(InUnit("prompts/tools.json"), TestContext.Current.CancellationToken);
        var offered = JsonElement.Parse(file)[0].GetProperty("function");

        Assert.Equal(tool.Name, offered.GetProperty("name").GetString());
        Assert.Equal(tool.Description, offered.GetProperty("description").GetString());
        Assert.True(JsonElement.DeepEquals(tool.JsonSchema, offered.GetProperty("parameters")), tool.JsonSchema.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("- role: system")]
    [InlineData("no list")]
    public void A_prompt_that_is_none_stops_the_service(string content)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "answer.yaml"), content);

            Assert.Throws<InvalidDataException>(() => PromptFiles.Load(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string InUnit(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "unit.yaml")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, path);
    }
}
