using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Architecture.Tests;

/// <summary>One C# file, as syntax: no rule here needs to know what a name is bound to.</summary>
internal sealed class SourceFile
{
    private static readonly ConcurrentDictionary<string, SourceFile> Known = [];

    private SourceFile(string path)
    {
        Path = path;
        Text = Repository.Read(path);
        Tree = CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot();
    }

    public static IEnumerable<SourceFile> Own => Repository.OwnCode.Select(Read);

    public string Path { get; }

    public string Text { get; }

    public CompilationUnitSyntax Tree { get; }

    public string Folder => Path[..Path.LastIndexOf('/')];

    public int Lines => Text.TrimEnd('\n').Split('\n').Length;

    public IEnumerable<string> Usings => Tree.Usings.Select(@using => @using.Name?.ToString() ?? "");

    public string? Namespace => Tree.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    public IEnumerable<BaseTypeDeclarationSyntax> Types => Nodes<BaseTypeDeclarationSyntax>();

    /// <summary>A tool wrote it: EF Core's migrations.</summary>
    public bool IsGenerated => Folder.EndsWith("/Migrations", StringComparison.Ordinal) && Text.Contains("MigrationBuilder", StringComparison.Ordinal);

    public static SourceFile Read(string path) => Known.GetOrAdd(path, file => new SourceFile(file));

    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Tree.DescendantNodes().OfType<T>();
}
