using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Sample.Tasks;

[TaskDescription("Says hello.")]
public sealed class Greet(Greeting greeting) : FrostingTask
{
    public override void Run(ICakeContext context) => context.Log.Information(greeting.Text);
}
