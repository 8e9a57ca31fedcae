using Slipway.Frosting.Tasks;
using Slipway.Pipeline.Stages.Verify;

namespace Slipway.Frosting.Sample;

/// <summary>Verifies by another name, as the default target does, and nothing else.</summary>
public sealed class Proof : StageTask<VerifyStage>;
