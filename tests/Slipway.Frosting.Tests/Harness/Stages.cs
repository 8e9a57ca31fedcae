namespace Slipway.Frosting.Tests.Harness;

/// <summary>Source of stages and their tasks.</summary>
internal static class Stages
{
    /// <summary>A task <c>Probe</c> whose stage has this body: statements that return or throw.</summary>
    public static string That(string body) => $$"""
        public sealed class ProbeStage : UnitStage
        {
            public override StageName Name => new("probe");
            protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken token)
            {
                await Task.Yield();
                {{body}}
            }
        }
        public sealed class Probe : StageTask<ProbeStage>;
        """;
}
