namespace Slipway.Machine.Processes;

/// <summary>Runs programs to their end.</summary>
public interface IProcessRunner
{
    /// <summary>Runs one program; whatever happens, nothing that it started outlives the call.</summary>
    /// <exception cref="Model.Problems.KnownFailureException">It took longer than its time limit.</exception>
    /// <exception cref="Model.Problems.BadInputException">The program or the folder does not exist.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the tree is dead already.</exception>
    Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default);
}
