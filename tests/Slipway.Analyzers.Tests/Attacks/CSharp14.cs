namespace Slipway.Analyzers.Tests.Attacks;

/// <summary>Programs in the newest syntax, each around something that a rule looks at.</summary>
internal static class CSharp14
{
    public static IReadOnlyList<string> Programs { get; } =
    [
        "static class E { extension(string s) { public int Twice => s.Length * 2; public static string Nothing => \"\"; public void Do() { } } } class A { int B => \"x\".Twice; string C = string.Nothing; }",
        "static class E { extension<T>(System.Collections.Generic.IEnumerable<T> s) where T : Billing.Domain.IMoney { public T? First2 => default; } }",
        "class A { public string B { get => field; set => field = value.Trim(); } = \"select * from billing.invoices\"; }",
        "partial class A { public partial A(int b); public partial event System.Action C; } partial class A { public partial A(int b) { } public partial event System.Action C { add { } remove { } } }",
        "class A { Billing.Domain.Invoice? B; void C(A? a) { a?.B = new(); a?.B?.Cents = 1; } }",
        "class A { string B = nameof(System.Collections.Generic.List<>); string C = nameof(Billing.Domain.Repo<>); }",
        "class A { public int N; public void operator +=(A other) => N += other.N; public void operator ++() => N++; void B() { var a = new A(); a += a; a++; } }",
        "class A(int b, params System.ReadOnlySpan<string> c) { int D => b; int E = c.Length; }",
        "class A { int[] B = [1, 2, .. new[] { 3 }]; System.Span<int> C => [4]; System.Collections.Generic.Dictionary<string, int> D = []; }",
        "class A { string B = \"\"\"\n  select *\n  from billing.invoices\n  \"\"\"; string C = $$\"\"\"{ {{1}} from billing.x }\"\"\"; System.ReadOnlySpan<byte> D => \"http://billing\"u8; }",
        "class A { bool B(int[] c) => c is [1, .. var d, > 3] and not [_, _]; bool E(object o) => o is Billing.Domain.Invoice { Cents: > 0 and < 9 } or string { Length: 1 }; }",
        "unsafe class A { delegate*<int, void> B; void C() { delegate* unmanaged[Cdecl]<Billing.Domain.Invoice, int> d = null; } fixed int E[4]; }",
        "using static Billing.Domain.Limits; using D = (int A, Billing.Domain.Invoice B); class A { D E; int F = MaxLines; }",
        "file class A { required public int B { get; init; } } ref struct R { ref int F; scoped ref readonly int G() => throw null!; }",
        "class A { async System.Collections.Generic.IAsyncEnumerable<int> B() { await foreach (var c in B()) yield return c; await using var d = (System.IAsyncDisposable)null!; } }",
        "class A { void B() { var f = (ref int x, out int y, int z = 5) => { y = 1; return ref x; }; System.Reflection.Assembly.Load($\"Bill{\"ing\"}\"); } }",
        "interface I<T> where T : I<T> { static abstract T operator +(T a, T b); static virtual int Z => 1; } record struct A(int B) : I<A> { public static A operator +(A a, A b) => a with { B = 1 }; }",
        "class A<T> where T : allows ref struct { void B(T t) { lock (new System.Threading.Lock()) { goto c; c: ; } checked { var x = 1 >>> 2; } } [System.Runtime.CompilerServices.OverloadResolutionPriority(1)] void D() { } }",
        "class A { A? Next; A this[System.Index i] => this; void B() { var (a, (b, c)) = (1, (2, 3)); _ = this[^1]; (a, b) = (b, a); var q = from x in new[] { 1 } join y in new[] { 2 } on x equals y into z select z; } }",
        "global using Billing.Domain; [assembly: Audit] namespace Ordering; [Audit] class A<[Audit] T>([Audit] int b) { [return: Audit] int C() => b; [field: Audit] int D { get; } }",
        "class A : A { } class B : C<B> { } class C<T> : System.Collections.Generic.List<C<T>> { } interface I : I { } class D : Missing<D, Billing.Domain.Missing> { }",
        "namespace { } class { } using ; [assembly: ] class A { void B( => ; } }}}} \"unterminated",
        "#if NOPE\nclass X;\n#else\n#region r\nclass A { /// <see cref=\"Billing.Domain.Invoice.op_Implicit(int)\"/> <param name=\"x\"/>\n void B() { } }\n#endregion\n#endif",
    ];
}
