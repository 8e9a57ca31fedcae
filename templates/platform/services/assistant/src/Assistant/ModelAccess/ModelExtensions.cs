using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace Assistant.ModelAccess;

internal static class ModelExtensions
{
    // A model that wants more than this to answer one question is lost in a loop.
    private const int MaxRounds = 3;

    /// <summary>Adds the model behind <see cref="IChatClient"/>, with tools called for it.</summary>
    public static void AddModel(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddChatClient(services => Client(services.GetRequiredService<IOptions<ModelOptions>>().Value))
            .UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = MaxRounds);
    }

    private static IChatClient Client(ModelOptions options) => new ChatClient(
        options.Name,
        new ApiKeyCredential(SecretReference.Resolve(options.Key)),
        new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            NetworkTimeout = options.Timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 1),
        }).AsIChatClient();
}
