using System.Reflection;

namespace Cake.Frosting.Tests.Surface;

/// <summary>Members as someone who calls them writes them.</summary>
internal static class Signature
{
    public static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $".ctor({Parameters(constructor)})",
        MethodInfo method => $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}{Arguments(method)}({Parameters(method)})"
            + Constraints(method.GetGenericArguments()),
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name}",
        _ => member.Name,
    };

    public static string Of(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        Type?[] parents = [type.BaseType, .. type.GetInterfaces().OrderBy(Name, StringComparer.Ordinal)];
        var names = string.Join(", ", parents.OfType<Type>().Where(parent => parent != typeof(object)).Select(Name));
        return $"{kind} {Name(type)}{(names.Length == 0 ? string.Empty : " : ")}{names}{Constraints(type.GetGenericArguments())}";
    }

    public static string Name(Type type)
        => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => string.Empty,
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => string.Empty,
    };

    private static string Arguments(MethodInfo method)
        => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty;

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Constraints(Type[] arguments)
        => string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(Constraint));

    private static string Constraint(Type argument)
    {
        var attributes = argument.GenericParameterAttributes;
        List<string> constraints = [];
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            constraints.Add("class");
        }

        constraints.AddRange(argument.GetGenericParameterConstraints().Select(Name));
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? string.Empty : $" where {argument.Name} : {string.Join(", ", constraints)}";
    }
}
