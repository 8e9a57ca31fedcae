using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// The assemblies of .NET itself: three hundred in a web project, and reading the attributes of each would cost more than all the rest.
/// They are told by the keys that they are signed with; names are for everyone to choose.
/// </summary>
internal static class Framework
{
    private static readonly HashSet<string> Tokens =
        ["7cec85d7bea7798e", "adb9793829ddae60", "b03f5f7f11d50a3a", "b77a5c561934e089", "cc7b13ffcd2ddd51", "31bf3856ad364e35"];

    public static bool Owns(AssemblyIdentity identity) => identity.IsStrongName && Tokens.Contains(Hex(identity.PublicKeyToken));

    private static string Hex(ImmutableArray<byte> token) => string.Concat(token.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
