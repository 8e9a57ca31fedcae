using Slipway.Build.Packing;
using Slipway.Frosting;

return SlipwayHost.Create()
    .UsePlatform("templates/platform")
    .UseEnvironment(SlipwayFeed.EnvironmentAsync, followsRepository: true)
    .Start(args);
