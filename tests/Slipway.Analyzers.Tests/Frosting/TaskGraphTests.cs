using Slipway.Analyzers.Frosting;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Frosting;

public class TaskGraphTests
{
    [Fact]
    public Task A_dependency_that_is_no_task_is_shown() => FrostingCode.Of<TaskDependencyAnalyzer>("""
            public class Notes;
            public abstract class Shared : FrostingTask;
            [{|#0:IsDependentOn(typeof(Notes))|}]
            [{|#1:IsDependentOn(typeof(Shared))|}]
            public class Publish : FrostingTask;
            """)
        .Expect(0, "The task 'Publish' depends on 'Notes', which is no task: depend on a public, concrete task")
        .Expect(1, "The task 'Publish' depends on 'Shared', which is abstract: depend on a public, concrete task")
        .IsSo();

    [Fact]
    public Task A_dependency_on_a_task_is_fine() => FrostingCode.Of<TaskDependencyAnalyzer>("public class A : FrostingTask; [IsDependentOn(typeof(A))] public class B : FrostingTask;").IsSo();

    [Fact]
    public Task A_circle_is_told_once_with_its_path() => FrostingCode.Of<TaskCycleAnalyzer>("""
            [IsDependentOn(typeof(Test))] public class {|#0:Build|} : FrostingTask;
            [IsDependentOn(typeof(Pack))] public class Test : FrostingTask;
            [IsDependentOn(typeof(Build))] public class Pack : FrostingTask;
            [IsDependentOn(typeof(Pack))] public class Publish : FrostingTask;
            """)
        .Expect(0, "'Build' depends on itself: Build -> Test -> Pack -> Build; take one of these dependencies away")
        .IsSo();

    [Fact]
    public Task A_task_that_depends_on_itself_is_a_circle() => FrostingCode.Of<TaskCycleAnalyzer>("[IsDependentOn(typeof(Build))] public class {|#0:Build|} : FrostingTask;")
        .Expect(0, "'Build' depends on itself: Build -> Build; take one of these dependencies away").IsSo();

    [Fact]
    public Task Two_ways_to_one_task_are_no_circle() => FrostingCode.Of<TaskCycleAnalyzer>("""
        public class A : FrostingTask;
        [IsDependentOn(typeof(A))] public class B : FrostingTask;
        [IsDependentOn(typeof(A))] [IsDependentOn(typeof(B))] public class C : FrostingTask;
        """).IsSo();
}
