using Microsoft.CodeAnalysis.Diagnostics;

namespace Slipway.Analyzers.Tests.Harness;

/// <summary>A build program as the compiler sees it: the shapes of Cake Frosting and of Slipway's host, and its own code.</summary>
internal static class FrostingCode
{
    public const string Cake = """
        namespace Cake.Core { public interface ICakeContext; }
        namespace Cake.Frosting
        {
            public interface IFrostingTask;
            public class FrostingContext : Cake.Core.ICakeContext;
            public abstract class FrostingTask<T> : IFrostingTask where T : Cake.Core.ICakeContext { public virtual void Run(T context) { } }
            public abstract class FrostingTask : FrostingTask<Cake.Core.ICakeContext>;
            public abstract class AsyncFrostingTask<T> : IFrostingTask where T : Cake.Core.ICakeContext
            {
                public virtual System.Threading.Tasks.Task RunAsync(T context) => System.Threading.Tasks.Task.CompletedTask;
            }
            public class TaskNameAttribute(string name) : System.Attribute { public string Name => name; }
            [System.AttributeUsage(System.AttributeTargets.Class, AllowMultiple = true)]
            public class IsDependentOnAttribute(System.Type task) : System.Attribute { public System.Type Task => task; }
            public class CakeHost { public CakeHost UseContext<T>() => this; }
        }
        """;

    public const string Slipway = """
        namespace Slipway.Frosting;
        public class SlipwayContext : Cake.Frosting.FrostingContext { public System.Threading.CancellationToken CancellationToken => default; }
        """;

    /// <summary>What every file of a build begins with.</summary>
    public const string Usings = "using Cake.Frosting; using Slipway.Frosting; using System.Threading; using System.Threading.Tasks;\n";

    public static UnitCode<TAnalyzer> Of<TAnalyzer>(string code)
        where TAnalyzer : DiagnosticAnalyzer, new() => new UnitCode<TAnalyzer>("")
            .Linking("Cake.Frosting", Cake)
            .Linking("Slipway.Frosting", Slipway, "Cake.Frosting")
            .Saying(Usings + code);
}
