using CsCheck;

namespace Slipway.Boundaries.Tests.Scripts;

public class AnyScriptTests
{
    private static readonly Gen<string> Piece = OneOf(
        "`", "'", "\"", "${", "}", "{", "<", "</", "/>", ">", "<p>", "//", "/*", "*/", "/", "\\", "\n", "(", ")", " import ", " from ", " return ", "x", "=>", ";", "[", "]");

    [Fact]
    public void Reading_any_text_ends_soon_and_without_a_failure() =>
        Piece.Array[0, 400].Select(string.Concat).Sample(
            text =>
            {
                using var platform = ImportTests.Store().Write("apps/store/src/a.tsx", text);
                platform.Rules();
            },
            iter: 200);

    [Fact]
    public void Code_that_is_well_formed_hides_no_import_behind_it() =>
        OneOf("const a = `x ${b ? `y` : \"'\"} z`;", "const r = /[/'\"`]/g;", "// don't\n", "/* ` ' */", "const e = <p className='x'>Don't `stop` {f(\"}\")} <br/></p>;", "const d = a / b / c;", "f('it\\'s');", "const g = <T,>(t: T) => t;")
            .Array[0, 12].Select(parts => string.Join('\n', parts)).Sample(
            before =>
            {
                using var platform = ImportTests.Store().Write("apps/store/src/a.tsx", $"{before}\nimport x from '../../../services/billing/x'");
                Assert.Equal(["SLW8001 apps/store/src/a.tsx"], platform.Rules());
            },
            iter: 200);

    private static Gen<string> OneOf(params string[] pieces) => Gen.OneOf(pieces.Select(Gen.Const).ToArray());
}
