using Slipway.Analyzers.Frosting;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Frosting;

public class TaskShapeTests
{
    [Fact]
    public Task A_task_with_another_context_is_shown() => FrostingCode.Of<TaskContextAnalyzer>("""
            public class OldContext : FrostingContext;
            public class {|#0:Publish|} : FrostingTask<OldContext>;
            """)
        .Expect(0, "The task 'Publish' asks for 'OldContext', but the host makes 'SlipwayContext': Cake skips such a task without a word; derive it from FrostingTask<SlipwayContext>")
        .IsSo();

    [Fact]
    public Task A_task_may_ask_for_what_the_context_is() => FrostingCode.Of<TaskContextAnalyzer>("""
        public class One : FrostingTask;
        public class Two : FrostingTask<FrostingContext>;
        public class Three : AsyncFrostingTask<SlipwayContext>;
        public abstract class Four<T> : FrostingTask<T> where T : Cake.Core.ICakeContext;
        """).IsSo();

    [Fact]
    public Task A_host_of_Cake_s_own_says_its_context() => new UnitCode<TaskContextAnalyzer>("")
        .Linking("Cake.Frosting", FrostingCode.Cake)
        .Saying("""
            using Cake.Frosting;
            public class Context : FrostingContext;
            public class Other : FrostingContext;
            public class Good : FrostingTask<Context>;
            public class [|Bad|] : FrostingTask<Other>;
            public static class Program { public static void Main2() => new CakeHost().UseContext<Context>(); }
            """)
        .IsSo();

    [Fact]
    public Task A_task_that_is_not_public_is_shown() => FrostingCode.Of<TaskNotPublicAnalyzer>("""
            class {|#0:Publish|} : FrostingTask;
            internal static class Tasks { public class [|Inner|] : FrostingTask; }
            """)
        .Expect(0, "The task 'Publish' is not public, so it does not exist for the host: make it and what holds it public")
        .IsSo();

    [Fact]
    public Task What_is_no_task_may_be_hidden() => FrostingCode.Of<TaskNotPublicAnalyzer>("class Publish; abstract class Shared : FrostingTask; public class Task1 : FrostingTask;").IsSo();

    [Fact]
    public Task A_task_that_cannot_be_created_is_shown() => FrostingCode.Of<TaskNotCreatedAnalyzer>("""
            [TaskName("Publish")] public abstract class {|#0:Publish|} : FrostingTask;
            [TaskName("Notes")] public class {|#1:Notes|};
            public class {|#2:Of|}<T> : FrostingTask;
            public class {|#3:Hidden|} : FrostingTask { private Hidden() { } }
            """)
        .Expect(0, "The task 'Publish' is abstract, so the host never registers it: take its name and dependencies to the classes that derive from it")
        .Expect(1, "The task 'Notes' is no IFrostingTask, so the host never registers it: derive it from FrostingTask or AsyncFrostingTask, or take the attributes off")
        .Expect(2, "The task 'Of' is generic, so the host never registers it: derive a class from it for each type argument")
        .Expect(3, "The task 'Hidden' is without a public constructor, so the host never registers it: give it one")
        .IsSo();

    [Fact]
    public Task A_class_that_others_derive_tasks_from_is_no_task() =>
        FrostingCode.Of<TaskNotCreatedAnalyzer>("public abstract class Shared : FrostingTask; [TaskName(\"Good\")] public class Good : Shared;").IsSo();
}
