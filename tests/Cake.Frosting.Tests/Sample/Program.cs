using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Sample;

var host = new CakeHost().ConfigureServices(services => services.AddSingleton<Greeting>());
return (args.Contains("--cycle") ? host.ConfigureServices(Cycle.Register) : host).Run(args);
