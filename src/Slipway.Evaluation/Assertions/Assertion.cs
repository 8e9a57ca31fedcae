using System.Diagnostics.CodeAnalysis;

namespace Slipway.Evaluation.Assertions;

/// <summary>One check of an answer, understood and ready to grade.</summary>
public sealed class Assertion
{
    /// <summary>The metric of checks that name none.</summary>
    public const string DefaultMetric = "overall";

    private readonly IGrader _grader;

    private Assertion(AssertionSpec spec, IGrader grader) => (Spec, _grader) = (spec, grader);

    public AssertionSpec Spec { get; }

    /// <summary>Understands a check.</summary>
    /// <param name="spec">The check as written.</param>
    /// <param name="assertion">The check, or null.</param>
    /// <param name="fault">Why not, or null.</param>
    public static bool TryCreate(
        AssertionSpec spec,
        [NotNullWhen(true)] out Assertion? assertion,
        [NotNullWhen(false)] out AssertionFault? fault)
    {
        assertion = null;
        fault = AssertionTypes.FaultOf(spec.Type);
        if (fault is null && !(double.IsFinite(spec.Weight) && spec.Weight >= 0))
            fault = new("weight", $"The weight {spec.Weight} is not a number from 0 upwards.", "Give a finite number, 0 or more.");
        if (fault is not null) return false;
        try
        {
            var grader = AssertionTypes.Create(spec.Type, spec.Value);
            assertion = new(spec, grader);
            return true;
        }
        catch (AssertionValueException exception)
        {
            fault = new("value", exception.Message, exception.Mend);
            return false;
        }
    }

    public Grade Grade(string output) => _grader.Grade(output);
}
