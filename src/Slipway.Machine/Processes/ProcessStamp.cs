namespace Slipway.Machine.Processes;

/// <summary>One process for certain: ids are used again, but not with the same time of start.</summary>
/// <param name="Id">The process id.</param>
/// <param name="Started">In clock ticks since the machine started.</param>
internal sealed record ProcessStamp(int Id, ulong Started);
