using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Slipway.Analyzers.Boundaries.Symbols;

/// <summary>The symbols that one operation needs, beside its own type.</summary>
internal static class UsedSymbols
{
    public static IEnumerable<ISymbol?> Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IObjectCreationOperation creation => [creation.Constructor],
        IMethodReferenceOperation group => Signature(group.Method).Append(group.Method),
        IMemberReferenceOperation member => [member.Member],
        IConversionOperation conversion => [conversion.OperatorMethod],
        IBinaryOperation binary => [binary.OperatorMethod],
        IUnaryOperation unary => [unary.OperatorMethod],
        ICompoundAssignmentOperation compound => [compound.OperatorMethod],
        IIncrementOrDecrementOperation increment => [increment.OperatorMethod],
        ITypeOfOperation typeOf => [typeOf.TypeOperand],
        ISizeOfOperation sizeOf => [sizeOf.TypeOperand],
        IIsTypeOperation isType => [isType.TypeOperand],
        INameOfOperation nameOf => [nameOf.Argument.Type],
        IDeclarationPatternOperation declaration => [declaration.MatchedType, declaration.NarrowedType],
        IRecursivePatternOperation recursive => [recursive.MatchedType, recursive.DeconstructSymbol],
        ITypePatternOperation typePattern => [typePattern.MatchedType],
        IListPatternOperation list => [list.LengthSymbol, list.IndexerSymbol],
        ISlicePatternOperation slice => [slice.SliceSymbol],
        IPatternOperation pattern => [pattern.InputType, pattern.NarrowedType],
        ICatchClauseOperation caught => [caught.ExceptionType],
        IVariableDeclaratorOperation variable => [variable.Symbol.Type],
        IAnonymousFunctionOperation lambda => Signature(lambda.Symbol),
        ILocalFunctionOperation local => Signature(local.Symbol),
        ICollectionExpressionOperation collection => [collection.ConstructMethod],
        IWithOperation with => [with.CloneMethod],
        IInterpolatedStringHandlerCreationOperation handler => [handler.Type],
        IArgumentOperation argument => [argument.Parameter?.Type],
        _ => [],
    };

    private static IEnumerable<ISymbol?> Signature(IMethodSymbol method) => method.Parameters.Select(parameter => (ISymbol?)parameter.Type).Prepend(method.ReturnType);
}
