using Cake.Core;

namespace Cake.Frosting;

/// <summary>The default context; derive from it to carry what the tasks of a build share.</summary>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
