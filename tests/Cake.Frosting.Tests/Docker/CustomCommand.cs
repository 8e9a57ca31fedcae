using Cake.Core;
using Cake.Docker;

namespace Cake.Frosting.Tests.Docker;

public sealed class CustomCommand
{
    [Theory]
    [InlineData("version --format {{.Server.Version}}", "version", "--format", "{{.Server.Version}}")]
    [InlineData("inspect --format {{.State.Health.Status}} abc", "inspect", "--format", "{{.State.Health.Status}}", "abc")]
    [InlineData("info", "info")]
    public void Is_handed_on_as_it_is_and_gives_the_answer_line_by_line(string command, params string[] expected)
    {
        using var docker = new FakeDocker(answer: "28.2.2\\n");

        var (run, arguments) = docker.Call(context => context.DockerCustomCommand(command));

        Assert.Equal(["28.2.2"], run.Trace);
        Assert.Equal(expected, arguments);
    }

    [Fact]
    public void That_docker_refuses_is_an_exception_so_an_engine_that_does_not_answer_is_seen()
    {
        using var docker = new FakeDocker(exitCode: 1);

        var (run, _) = docker.Call(context => [Assert.Throws<CakeException>(() => context.DockerCustomCommand("version")).Message]);

        Assert.Equal(["Docker: Process returned an error (exit code 1)."], run.Trace);
    }
}
