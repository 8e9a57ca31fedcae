using System.Diagnostics;

namespace Slipway.Machine.Processes;

/// <summary>
/// Ends our children when we die without a chance to do so ourselves, as by SIGKILL. A small shell in a session of its own reads from
/// a pipe which of our sessions are alive; when the pipe ends, because we did, it ends those, and whoever has our cookie. A
/// parent-death signal would not do: it reaches one process only, and comes already when the thread that started it ends.
/// </summary>
internal static class Reaper
{
    private const string Script = """
        trap '' TERM INT HUP
        groups=' '
        while read -r verb id; do
          case $verb in
            watch) groups="$groups$id " ;;
            forget) groups="${groups%%" $id "*} ${groups#*" $id "}" ;;
          esac
        done
        end() {
          for id in $groups; do kill -"$1" -- "-$id" && found=1; done
          for stat in /proc/[0-9]*/stat; do
            read -r line < "$stat" || continue
            pid=${line%% *}
            set -- "$1" ${line##*) }
            case $groups in *" $5 "*) kill -"$1" "$pid" && found=1 ;; esac
          done
          for environ in $(grep -ls "$cookie" /proc/[0-9]*/environ); do
            pid=${environ#/proc/}
            kill -"$1" "${pid%/environ}" && found=1
          done
        }
        found=
        end TERM
        [ -z "$found" ] && exit
        sleep 1
        end KILL
        """;

    private static readonly Lock _gate = new();
    private static StreamWriter? _pipe;

    public static void Watch(int session) => Tell($"watch {session}");

    public static void Forget(int session) => Tell($"forget {session}");

    private static void Tell(string line)
    {
        if (!Session.IsOwn) return;
        lock (_gate)
        {
            try
            {
                _pipe ??= Start();
                _pipe.Write(line + "\n");
                _pipe.Flush();
            }
            catch (IOException)
            {
                // Somebody killed the reaper: what we stop ourselves is still stopped.
                _pipe = null;
            }
        }
    }

    private static StreamWriter Start()
    {
        // Its output must not be ours: whoever reads ours would wait for the reaper's end.
        var words = Session.Wrap("/bin/sh", ["-c", $"exec >/dev/null 2>&1\ncookie={Cookie.Variable}={Cookie.Host}\n{Script}"]);
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        return Process.Start(start)!.StandardInput;
    }
}
