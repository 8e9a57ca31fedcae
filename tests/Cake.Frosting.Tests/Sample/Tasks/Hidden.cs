using Cake.Frosting;

namespace Sample.Tasks;

/// <summary>Not public: not a task either.</summary>
internal sealed class Hidden : FrostingTask;
