using Slipway.Analyzers.Frosting;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Frosting;

public class TaskTokenTests
{
    private const string Wire = "static class Wire { public static Task SendAsync(string text, CancellationToken token = default) => Task.CompletedTask; }\n";

    [Fact]
    public Task A_call_without_the_token_is_shown() => FrostingCode.Of<TaskTokenAnalyzer>(Wire + """
            public class Publish : AsyncFrostingTask<SlipwayContext>
            {
                public override async Task RunAsync(SlipwayContext context)
                {
                    await {|#0:Wire.SendAsync("x")|};
                    await [|Task.Delay(1)|];
                }
            }
            """)
        .Expect(0, "'SendAsync' can be cancelled, and 'Publish' does not pass the context's CancellationToken: Ctrl-C would wait for it")
        .IsSo();

    [Fact]
    public Task A_call_with_a_token_is_fine() => FrostingCode.Of<TaskTokenAnalyzer>(Wire + """
        public class Publish : AsyncFrostingTask<SlipwayContext>
        {
            public override async Task RunAsync(SlipwayContext context)
            {
                await Wire.SendAsync("x", context.CancellationToken);
                await Task.Delay(1, CancellationToken.None);
                await Task.Yield();
            }
        }
        """).IsSo();

    [Fact]
    public Task Code_that_is_no_task_is_nobody_s_business() => FrostingCode.Of<TaskTokenAnalyzer>(Wire + "public class Other { public Task RunAsync(SlipwayContext context) => Wire.SendAsync(\"x\"); }").IsSo();

    [Fact]
    public Task A_context_without_a_token_has_none_to_pass() => FrostingCode.Of<TaskTokenAnalyzer>(Wire + """
        public class Publish : AsyncFrostingTask<FrostingContext> { public override Task RunAsync(FrostingContext context) => Wire.SendAsync("x"); }
        """).IsSo();
}
