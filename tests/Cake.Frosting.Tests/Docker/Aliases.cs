using Cake.Docker;

namespace Cake.Frosting.Tests.Docker;

public sealed class Aliases
{
    [Fact]
    public void Load_reads_an_image_out_of_an_archive()
    {
        using var docker = new FakeDocker();

        Assert.Equal(
            ["load", "--input", "a folder/image.tar", "--quiet"],
            docker.Call(context => context.DockerLoad(new DockerImageLoadSettings { Input = "a folder/image.tar", Quiet = true })));
    }

    [Fact]
    public void Run_starts_a_container_that_may_do_little_and_gives_its_id()
    {
        using var docker = new FakeDocker(answer: "0123abcd\\n");

        var (run, arguments) = docker.Call(context =>
        [
            context.DockerRun(
                new DockerContainerRunSettings
                {
                    CapDrop = ["ALL"],
                    Detach = true,
                    Env = ["A=1", "B=two words"],
                    Memory = "256m",
                    PidsLimit = 64,
                    Publish = ["127.0.0.1::8080"],
                    ReadOnly = true,
                    Rm = false,
                    SecurityOpt = ["no-new-privileges"],
                    Tmpfs = ["/tmp"],
                    User = "65534:65534",
                },
                "catalog:1.0.0",
                "serve",
                "--once"),
        ]);

        Assert.Equal(["0123abcd"], run.Trace);
        Assert.Equal(
            [
                "run", "--cap-drop", "ALL", "--detach", "--env", "A=1", "--env", "B=two words", "--memory", "256m", "--pids-limit", "64",
                "--publish", "127.0.0.1::8080", "--read-only", "--security-opt", "no-new-privileges", "--tmpfs", "/tmp",
                "--user", "65534:65534", "catalog:1.0.0", "serve", "--once",
            ],
            arguments);
    }

    [Fact]
    public void Run_without_a_command_leaves_it_to_the_image()
    {
        using var docker = new FakeDocker();

        Assert.Equal(["run", "catalog"], docker.Call(context => context.DockerRun("catalog", null)));
    }

    [Fact]
    public void Logs_gives_what_the_container_wrote()
    {
        using var docker = new FakeDocker(answer: "one\\ntwo\\n");

        var (run, arguments) = docker.Call(context => context.DockerLogs(new DockerContainerLogsSettings { Tail = "20" }, "abc"));

        Assert.Equal(["one", "two"], run.Trace);
        Assert.Equal(["logs", "--tail", "20", "abc"], arguments);
    }

    [Fact]
    public void Exec_runs_a_command_in_the_container()
    {
        using var docker = new FakeDocker();

        Assert.Equal(
            ["exec", "--user", "nobody", "abc", "ls", "-l"],
            docker.Call(context => context.DockerExec(new DockerContainerExecSettings { User = "nobody" }, "abc", "ls", "-l")));
    }

    [Fact]
    public void Rm_removes_containers()
    {
        using var docker = new FakeDocker();

        Assert.Equal(
            ["rm", "--force", "--volumes", "abc", "def"],
            docker.Call(context => context.DockerRm(new DockerContainerRmSettings { Force = true, Volumes = true }, "abc", "def")));
    }
}
