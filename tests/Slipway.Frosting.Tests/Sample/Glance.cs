using Slipway.Frosting.Tasks;

namespace Slipway.Frosting.Sample;

public sealed class Glance : StageTask<GlanceStage>;
