using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Sample;

return new CakeHost()
    .ConfigureServices(services => services.AddSingleton<Greeting>())
    .Run(args);
