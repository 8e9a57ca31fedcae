using Slipway.Machine.Programs;

namespace Slipway.Machine.Tests.Programs;

public sealed class SingleFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void What_lies_in_a_program_is_listed_and_unpacked_byte_for_byte()
    {
        var program = Write(OneFile.Of([("Shop.dll", [1, 2, 3]), ("da/Shop.resources.dll", [4])]));

        SingleFile.Unpack(program, _folder["out"]);

        Assert.Equal(["Shop.dll", "da/Shop.resources.dll"], SingleFile.Read(program).Select(entry => entry.Path));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder["out/Shop.dll"]));
        Assert.Equal([4], File.ReadAllBytes(_folder["out/da/Shop.resources.dll"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(4100)]
    [InlineData(3_000_000)]
    public void Any_other_file_holds_nothing(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);

        Assert.Empty(SingleFile.Read(Write(bytes)));
    }

    [Fact]
    public void A_program_that_was_cut_holds_nothing()
    {
        var whole = OneFile.Of([("Shop.dll", new byte[100])]);

        Assert.All(Enumerable.Range(4128, whole.Length - 4128), length => Assert.Empty(SingleFile.Read(Write(whole[..length]))));
    }

    [Fact]
    public void A_list_that_says_more_than_there_is_is_not_believed()
    {
        var entry = Assert.Single(SingleFile.Read(Write(OneFile.Of([("Shop.dll", [1])], lie: long.MaxValue / 2))));

        Assert.Throws<InvalidDataException>(() => entry.ReadBytes());
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/tmp/outside")]
    public void What_would_lie_outside_is_not_unpacked(string name)
    {
        var program = Write(OneFile.Of([(name, [1])]));

        Assert.Throws<InvalidDataException>(() => SingleFile.Unpack(program, _folder["out"]));
    }

    [Fact]
    public void The_program_that_runs_these_tests_runs_here_and_a_text_does_not()
    {
        Assert.True(NativeProgram.RunsHere(Environment.ProcessPath!));
        Assert.False(NativeProgram.RunsHere(_folder.Write("text", "#!/bin/sh\nexit 0\n# long enough to be a program\n")));
    }

    public void Dispose() => _folder.Dispose();

    private string Write(byte[] bytes)
    {
        var path = _folder["program"];
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
