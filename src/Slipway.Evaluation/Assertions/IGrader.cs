namespace Slipway.Evaluation.Assertions;

/// <summary>One sort of check, its value already understood.</summary>
internal interface IGrader
{
    Grade Grade(string output);
}
