using Slipway.Machine.Files;
using Slipway.Machine.Processes;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>The Node that is installed on this machine.</summary>
internal static class NodeProgram
{
    /// <summary>The program itself, links followed; null where none is on the path.</summary>
    public static string? Find() => Executables.Find("node") is { } command ? RealPath.Of(command) : null;

    /// <summary>Why it cannot be put into an image alone; null where it can.</summary>
    public static string? Hindrance
    {
        get
        {
            if (Find() is not { } program) return "no Node is installed here";
            // What manages versions stands in front of Node under another name, or is a script.
            if (Path.GetFileName(program) is not ("node" or "nodejs") || ElfFile.Read(program) is not { } file) return "the node of this machine only starts another";
            // Debian's own keeps a part of its library as scripts elsewhere, and names them nowhere.
            return file.Needed.Any(name => name.StartsWith("libnode.", StringComparison.Ordinal)) ? "the Node of this machine is not whole in one program" : null;
        }
    }

    /// <summary>As it says it: <c>20.20.2</c>.</summary>
    public static async Task<string> VersionAsync(string program, CancellationToken cancellation)
    {
        var answer = await new ProcessRunner().RunAsync(ProcessRequest.For(program, "--version"), cancellation);
        return answer.OrFail("node --version", Codes.NodeSilent).Output.Trim().TrimStart('v');
    }
}
