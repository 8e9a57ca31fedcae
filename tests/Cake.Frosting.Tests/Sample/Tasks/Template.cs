using Cake.Frosting;

namespace Sample.Tasks;

/// <summary>Abstract: not a task.</summary>
public abstract class Template : FrostingTask;
