using Slipway.Model.Problems;

namespace Slipway.Frosting.Output;

/// <summary>Says what is wrong, on standard error.</summary>
internal static class ProblemPrinter
{
    public static void Print(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        if (problems.Count > 1) Console.Error.WriteLine($"{problems.Count} problems; nothing was run.");
    }

    /// <summary>Says what does not stop anything, beside output that a program reads.</summary>
    public static void Warn(Problem problem) => Console.Error.WriteLine(problem);

    /// <summary>Says what failed where Cake has not said it.</summary>
    public static void PrintFailure(Exception failure) => Console.Error.WriteLine($"Error: {Printable.Lines(failure.Message)}");

    public static void PrintBug(Exception exception)
    {
        Console.Error.WriteLine($"{Codes.Bug}: This is a bug of Slipway's own: {exception.Message}");
        Console.Error.WriteLine(exception);
        Console.Error.WriteLine("  mend: please report it with the command that you ran and the lines above");
    }
}
