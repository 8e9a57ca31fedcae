using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Bundles;

/// <summary>A statement whose signature was checked, and the key that made it.</summary>
/// <param name="Statement">Read from the very bytes that were checked.</param>
/// <param name="Key">The trusted key that signed.</param>
/// <param name="HasOurForm">Whether the bundle's bytes are exactly those that Slipway writes.</param>
public sealed record VerifiedStatement(Statement Statement, TrustedKey Key, bool HasOurForm)
{
    /// <summary>Says what is wrong if this is not a statement of that type about exactly that.</summary>
    public IEnumerable<Problem> CheckAbout(Subject subject, string predicateType, string file)
    {
        if (Statement.PredicateType != predicateType)
        {
            yield return new()
            {
                Code = Codes.PredicateType,
                Message = $"The statement is a '{Statement.PredicateType}'; expected {predicateType}.",
                File = file,
                Mend = "Put the bundle that belongs there back, or sign again.",
            };
        }
        if (!Statement.Subjects.Any(candidate => candidate.Is(subject)))
        {
            var about = string.Join(", ", Statement.Subjects);
            yield return new()
            {
                Code = Codes.SubjectDiffers,
                Message = $"The signature is about {about}, not about {subject}: the bundle was exchanged, or what it signs was changed.",
                File = file,
                Mend = "Take the release again from where it was built, or package and sign the unit again.",
            };
        }
    }
}
