using Slipway.Model.Stages;

namespace Slipway.Frosting.Hosting;

/// <summary>A stage ended with an exception that nobody foresaw: our own bug, or that of a stage which a platform added.</summary>
#pragma warning disable CA1032 // Made in one place, always of a stage and its exception.
public sealed class StageBugException(StageName stage, Exception bug) : Exception($"The stage {stage} broke: {bug.Message}", bug);
#pragma warning restore CA1032
