using Slipway.Machine.Files;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

// A host that tests kill: it takes hold of one thing of the machine, says so, and then waits for its end.
switch (args[0])
{
    case "run":
        await new ProcessRunner().RunAsync(new() { FileName = args[1], Arguments = [.. args[2..]], OnLine = Console.WriteLine });
        break;
    case "leave":
        // Ends in good order without stopping what it started.
        ChildProcess.Start(new() { FileName = args[1], Arguments = [.. args[2..]] });
        return 0;
    case "postgres":
        var provider = await PostgresProvider.FindAsync(args[1]);
        var cluster = await provider.StartAsync();
        await cluster.CreateDatabaseAsync("left");
        Console.WriteLine(cluster.ConnectionStringOf("left"));
        break;
    case "lock":
        await CheckoutLock.TakeAsync(args[1], "the victim", null);
        Console.WriteLine("held");
        break;
    case "write":
        try
        {
            WritableFolders.RequireTemporary();
            WritableFolders.Require(args.AsSpan(1));
            Console.WriteLine("all can be written");
        }
        catch (BadInputException refused)
        {
            Console.WriteLine(refused.Message.ReplaceLineEndings(" "));
        }
        return 0;
    case "folder":
        var folder = AtomicFolder.Begin(args[1]);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "half"), "");
        Console.WriteLine(folder.Path);
        break;
    default:
        return 2;
}
await Task.Delay(Timeout.Infinite);
return 0;
