using Cake.Core;

namespace Slipway.Frosting.Output;

/// <summary>Cake's console where nobody looks on: Cake would write its colours into files and logs too.</summary>
internal sealed class PlainConsole : IConsole
{
    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void Write(string format, params object[] arg) => Console.Out.Write(Text(format, arg));

    public void WriteLine(string format, params object[] arg) => Console.Out.WriteLine(Text(format, arg));

    public void WriteError(string format, params object[] arg) => Console.Error.Write(Text(format, arg));

    public void WriteErrorLine(string format, params object[] arg) => Console.Error.WriteLine(Text(format, arg));

    public void ResetColor()
    {
    }

    private static string Text(string format, object[] arg) =>
        arg.Length == 0 ? format : string.Format(System.Globalization.CultureInfo.InvariantCulture, format, arg);
}
