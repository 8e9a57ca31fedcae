using Cake.Frosting;

namespace Sample.Tasks;

[IsDependentOn(typeof(Greet))]
public sealed class Default : FrostingTask;
