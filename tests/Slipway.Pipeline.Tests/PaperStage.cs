using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Tests;

/// <summary>A stage that says of itself what a test needs, and is never run.</summary>
internal sealed class PaperStage(string name) : Stage
{
    public int Judgement { get; init; } = 1;

    public string Setting { get; init; } = "";

    public bool OneBatch { get; init; }

    public ImmutableArray<Limit> Held { get; init; } = [];

    public Func<Unit, string?> Skip { get; init; } = _ => null;

    public override StageName Name => new(name);

    public override int Version => Judgement;

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => Held;

    public override string Options(Platform platform) => Setting;

    public override string? SkipReason(Unit unit, Platform platform) => Skip(unit);

    public override string BatchKey(Unit unit) => OneBatch ? "all" : base.BatchKey(unit);

    public override Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("This stage is on paper only.");
}
