namespace Verify.Tests;

public sealed class Text
{
    [Fact]
    public Task Agrees_with_its_snapshot_line_by_line() => Verifier.Verify("one\r\ntwo\n");

    [Fact]
    public Task Nothing_is_written_as_null() => Verifier.Verify((string?)null);

    [Theory]
    [InlineData("a/b", 1)]
    [InlineData("c", 2)]
    public Task Of_a_theory_has_a_snapshot_for_each_set_of_arguments(string name, int count) => Verifier.Verify($"{name} {count}");

    public sealed class Nested
    {
        [Fact]
        public Task Class_is_named_with_its_parent() => Verifier.Verify("nested");
    }
}
