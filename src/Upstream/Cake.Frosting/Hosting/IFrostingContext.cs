using Cake.Core;

namespace Cake.Frosting;

/// <summary>What every task is given. One per run; of several registered, the last counts.</summary>
public interface IFrostingContext : ICakeContext;
