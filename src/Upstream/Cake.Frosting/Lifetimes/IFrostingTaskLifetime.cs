namespace Cake.Frosting;

/// <summary>Both ends in one class.</summary>
public interface IFrostingTaskLifetime : IFrostingTaskSetup, IFrostingTaskTeardown;
