using Assistant.Prompts;

namespace Assistant.Asking;

internal static class AskingExtensions
{
    public static void AddAsking(this WebApplicationBuilder builder)
    {
        // Read at the start: a service whose prompt is broken must not become ready.
        builder.Services.AddSingleton(PromptFiles.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));
        builder.Services.AddScoped<Answerer>();
    }
}
