using Microsoft.CodeAnalysis;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Evasions;

/// <summary>The unit that is reached into, and a package that hands its things on: everything a language form needs to reach it.</summary>
internal static class Billing
{
    private const string Source = """
        namespace Billing.Domain
        {
            public interface IMoney { int Cents { get; } }
            public class Invoice : IMoney
            {
                public int Cents { get; set; }
                public void Pay() { }
                public static implicit operator Invoice(int cents) => new() { Cents = cents };
                public static implicit operator int(Invoice invoice) => invoice.Cents;
                public static Invoice operator +(Invoice left, Invoice right) => left;
                public void Deconstruct(out int cents, out bool paid) { cents = Cents; paid = false; }
                public class Line;
            }
            public class Open : System.Exception;
            public struct Rate { public int Value; }
            public enum State { New, Paid }
            public static class Limits { public const int MaxLines = 9; public static int Current => 1; }
            public delegate void Paid(Invoice invoice);
            public class AuditAttribute : System.Attribute;
            public class Entity { public virtual int Id => 1; }
            public class Repo<T>;
            public static class Extensions
            {
                public static int Double(this int value) => value * 2;
                public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this System.TimeSpan span) => System.Threading.Tasks.Task.CompletedTask.GetAwaiter();
                extension(string text) { public int Vowels => text.Length; }
            }
            public record Note(string Text);
            [System.Runtime.CompilerServices.InterpolatedStringHandler]
            public ref struct Handler(int literal, int holes) { public void AppendLiteral(string s) { } public void AppendFormatted<T>(T t) { } public int N => literal + holes; }
            public class Bag : System.Collections.IEnumerable { public void Add(int n) { } public System.Collections.IEnumerator GetEnumerator() => null!; }
            public class Series { public Cursor GetEnumerator() => new(); }
            public struct Cursor { public int Current => 0; public bool MoveNext() => false; }
        }
        """;

    private const string GateSource = """
        namespace Broker
        {
            using Billing.Domain;
            public static class Gate
            {
                public static Invoice Get() => new();
                public static Invoice? Find() => null;
                public static System.Threading.Tasks.Task<Invoice> GetAsync() => System.Threading.Tasks.Task.FromResult(new Invoice());
                public static int Take(Invoice invoice) => invoice.Cents;
                public static void Use(System.Action<Invoice> use) { }
                public static T Make<T>() where T : new() => new();
                public static void Log(ref Handler handler) { }
                public static System.Collections.Generic.IEnumerable<Invoice> All() => [];
                public static Series Series() => new();
                public static Invoice Field = new();
                public static Note Note => new("");
                public static void Fill(Bag bag) { }
                public static object Any => new Invoice();
            }
            public class Derived : Entity;
            public interface IDerived : IMoney;
            public class Collector<T> where T : IMoney;
        }
        """;

    public static MetadataReference Domain { get; } = Probe.Assembly("Billing.Domain", Stamped.As("services/billing", Source));

    /// <summary>The same code, exposed down to one namespace that none of it lies in.</summary>
    public static MetadataReference InPart { get; } = Probe.Assembly("Billing.Domain", Stamped.As("services/billing", Source, exposes: "Billing.Api"));

    /// <summary>The same code in the unit's own assembly: the legal twin of every form.</summary>
    public static MetadataReference Own { get; } = Probe.Assembly("Billing.Domain", Stamped.As("services/ordering", Source));

    public static MetadataReference Gate(MetadataReference domain) => Probe.Assembly("Broker", Stamped.As("packages/broker", GateSource), domain);
}
