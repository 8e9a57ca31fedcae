using Slipway.Frosting.Tasks;

namespace Slipway.Frosting.Sample;

public sealed class Nap : StageTask<NapStage>;
