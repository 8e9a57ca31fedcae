using Slipway.Model.Problems;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages;

internal static class ProblemExtensions
{
    extension(Problem problem)
    {
        /// <summary>The problem as a stage reports what it finds.</summary>
        public Finding ToFinding() => new()
        {
            Id = problem.Code,
            Severity = Severity.Error,
            Message = problem.Message,
            File = problem.File,
            Line = problem.Line,
            Column = problem.Column,
            Mend = problem.Mend,
        };
    }
}
