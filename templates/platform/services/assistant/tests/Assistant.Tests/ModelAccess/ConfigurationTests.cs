using Assistant.Limits;
using Assistant.ModelAccess;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.ModelAccess;

public sealed class ConfigurationTests
{
    [Fact]
    public void A_key_that_is_not_there_is_named_by_its_reference()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => SecretReference.Resolve("env:HARBORLINE_NO_SUCH_VARIABLE"));

        Assert.Contains("HARBORLINE_NO_SUCH_VARIABLE", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_a_file_is_read_without_the_lines_end()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "from-a-file\n");
        try
        {
            Assert.Equal("from-a-file", SecretReference.Resolve($"file:{file}"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Model:Name", "")]
    [InlineData("Model:Key", "")]
    [InlineData("Model:Timeout", "00:10:00")]
    [InlineData("Limits:AtOnce", "0")]
    public async Task A_service_that_is_badly_configured_does_not_start(string key, string value)
    {
        var builder = WebApplication.CreateBuilder(["--environment=Test", "--Model:Endpoint=http://model.test/v1", "--Model:Name=fake", "--Model:Key=none", $"--{key}={value}"]);
        builder.AddModel();
        builder.AddQuestionLimits();
        await using var app = builder.Build();

        // What the host does first when it starts; a server that fails to start tells it through a race.
        var failure = Assert.Throws<OptionsValidationException>(app.Services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(key.Split(':')[1], failure.Message, StringComparison.Ordinal);
    }
}
