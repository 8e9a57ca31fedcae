using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Scripts;

public class ImportTests
{
    [Theory]
    [InlineData("import x from '../../../services/billing/src/x'")]
    [InlineData("import '../../../services/billing/src/x';")]
    [InlineData("import type { Invoice } from \"../../../services/billing/src/x\"")]
    [InlineData("import a, {\n  b as c,\n  type D,\n} from '../../../services/billing/src/x'")]
    [InlineData("export { y } from '../../../services/billing/src/x'")]
    [InlineData("export * as all from '../../../services/billing/src/x'")]
    [InlineData("const x = await import('../../../services/billing/src/x')")]
    [InlineData("const x = import(/* webpackChunkName: 'b' */ `../../../services/billing/src/x`)")]
    [InlineData("const x = import(`../../../services/billing/${name}.js`)")]
    [InlineData("const x = import('../../../serv' + 'ices/billing/src/x')")]
    [InlineData("const x = require('../../../services/billing/src/x')")]
    [InlineData("import x = require('../../../services/billing/src/x')")]
    [InlineData("const x = module.require('../../../services/billing/src/x')")]
    [InlineData("require.resolve('../../../services/billing/src/x')")]
    [InlineData("type X = typeof import('../../../services/billing/src/x')")]
    [InlineData("jest.mock('../../../services/billing/src/x', () => ({}))")]
    [InlineData("vi.mock('../../../services/billing/src/x')")]
    [InlineData("import.meta.glob('../../../services/billing/**/*.ts')")]
    [InlineData("import.meta.glob('../../../services/*/src/*.ts')")]
    [InlineData("import.meta.glob(['./a.ts', '../../../services/billing/**/*.ts'])")]
    [InlineData("const x = require(path.resolve(__dirname, '../../..', 'services/billing/src/x'))")]
    [InlineData("const x = await import(path.join(here, '../../../services/billing/src/x'))")]
    [InlineData("const x = require.context('../../../services', true)")]
    [InlineData("new Worker(new URL('../../../services/billing/src/x', import.meta.url))")]
    [InlineData("const x = require.context('../../../services/billing', true)")]
    [InlineData("const x = import.meta.resolve('../../../services/billing/src/x')")]
    [InlineData("const x = createRequire(import.meta.url)('../../../services/billing/src/x')")]
    [InlineData("const load = createRequire(import.meta.url); load('../../../services/billing/src/x')")]
    [InlineData("const load = require; load('../../../services/billing/src/x')")]
    [InlineData("import x from '\\u{2e}./../../services/billing/src/x'")]
    [InlineData("import x from '../../../serv\\\nices/billing/src/x'")]
    [InlineData("export import x = require('../../../services/billing/src/x')")]
    [InlineData("importScripts('../../../services/billing/src/x.js')")]
    [InlineData("/// <reference types=\"@acme/billing\" />")]
    [InlineData("/** @type {import('../../../services/billing/src/x').Invoice} */\nlet x")]
    [InlineData("/** @import { Invoice } from '../../../services/billing/src/x' */")]
    [InlineData("/// <reference path=\"../../../services/billing/src/x.d.ts\" />")]
    [InlineData("import x from '\\u002e./../../services/billing/src/x'")]
    [InlineData("import x from '@acme/billing'")]
    [InlineData("import x from '@acme/billing/src/private'")]
    [InlineData("import x from '../../../apps/backoffice/src/x'")]
    public void An_import_of_another_unit_is_found_in_every_form(string code)
    {
        using var platform = Store().Write("apps/store/src/a.ts", code);

        Assert.Equal(["SLW8001 apps/store/src/a.ts"], platform.Rules());
    }

    [Theory]
    [InlineData("import x from './x'; import y from '../lib/y'; export * from '@acme/sdk'; import('react')")]
    [InlineData("// import x from '../../../services/billing/src/x'\n/* import '../../../services/billing/x' */")]
    [InlineData("/** Unlike {@link import} from '../../../services/billing/src/x' this is text. */\n// {import('../../../services/billing/src/x')}")]
    [InlineData("/** @import { Sdk } from '@acme/sdk' */\n/// <reference types=\"vite/client\" />\nconst load = require; load('./x')")]
    [InlineData("const text = \"import x from '../../../services/billing/src/x'\"")]
    [InlineData("const text = `import x from '../../../services/billing/src/x'`")]
    [InlineData("const path = '../../../services/billing/src/x'; const billing = path")]
    [InlineData("const quote = /['\"`]/; const y = a / b; // import '../../../services/billing/x'")]
    [InlineData("import x from '../../../services/billingarchive/x'")]
    [InlineData("import.meta.glob(['./*.ts', '!../../../services/billing/**']); require(path.join(__dirname, './x'))")]
    [InlineData("import sdk from '@acme/sdk'; import extra from '@acme/sdk/extra'; import p from '@acme/sdk/package.json'")]
    [InlineData("export const from = '../../../services/billing/src/x'")]
    public void Its_legal_twin_is_clean(string code)
    {
        using var platform = Store().Write("apps/store/src/a.ts", code);

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("const a = <p>Don't {`x`} ` </p>;\nconst b = import('../../../services/billing/x');")]
    [InlineData("const a = <div title='a\"b'>// no comment {list.map(x => <li key={x}>{x}</li>)}</div>\nimport '../../../services/billing/x'")]
    [InlineData("const a = <T,>(x: T) => x < 3;\nconst b = <></>;\nrequire('../../../services/billing/x')")]
    [InlineData("const a = <p>it never ends ` ' \" {\nimport x from '../../../services/billing/x'")]
    public void What_stands_in_an_element_hides_no_import_behind_it(string code)
    {
        using var platform = Store().Write("apps/store/src/a.tsx", code);

        Assert.Equal(["SLW8001 apps/store/src/a.tsx"], platform.Rules());
    }

    [Theory]
    [InlineData("a.css", "@import url('../../../services/billing/x.css');")]
    [InlineData("a.scss", "@use '../../../services/billing/x';")]
    [InlineData("a.css", "p { background: url(../../../services/billing/x.png) }")]
    [InlineData("a.vue", "<template><p>It's</p></template>\n<script setup lang=\"ts\">\nimport x from '../../../services/billing/x'\n</script>")]
    public void Styles_and_pages_are_read_too(string file, string text)
    {
        using var platform = Store().Write($"apps/store/src/{file}", text);

        Assert.Equal([$"SLW8001 apps/store/src/{file}"], platform.Rules());
    }

    [Fact]
    public void The_message_names_the_specifier_and_its_place()
    {
        using var platform = Store().Write("apps/store/src/a.ts", "\n  import x from '../../../services/billing/src/x'\n");

        Assert.Equal(
            ["apps/store/src/a.ts(2,18): error SLW8001: 'apps/store' imports '../../../services/billing/src/x', which lies in 'services/billing'\n  mend: Use the SDK package of 'billing', or move what both need into a package."],
            platform.Check());
    }

    [Theory]
    [InlineData("import x from '@acme/sdk/src/private'")]
    [InlineData("import x from '../../../packages/sdk/src/private'")]
    public void An_import_past_the_entry_of_a_package_is_found(string code)
    {
        using var platform = Store().Write("apps/store/src/a.ts", code);

        Assert.Equal(["SLW8004 apps/store/src/a.ts"], platform.Rules());
    }

    [Fact]
    public void An_alias_of_the_root_is_told_where_it_is_used_and_one_of_the_unit_where_it_is_given()
    {
        using var platform = Store().Write("tsconfig.base.json", """{ "compilerOptions": { "paths": { "@b/*": ["services/billing/*"] } } }""")
            .Write("apps/store/tsconfig.json", """{ /* mine */ "extends": "../../tsconfig.base", "compilerOptions": { "paths": { "@c/*": ["../backoffice/*"], }, }, }""")
            .Write("apps/store/src/a.ts", "import b from '@b/x'; import c from '@c/y'");

        Assert.Equal(["SLW8001 apps/store/src/a.ts", "SLW8003 apps/store/tsconfig.json"], platform.Rules());
    }

    [Fact]
    public void A_link_in_node_modules_is_followed_to_where_it_leads()
    {
        using var platform = Store().Write("services/billing/package.json", "{}").Link("node_modules/innocent", "../services/billing").Write("apps/store/src/a.ts", "import x from 'innocent'");

        Assert.Contains("imports 'innocent', which is 'services/billing/package.json' of 'services/billing'", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    internal static SamplePlatform Store() => new SamplePlatform()
        .WithNode("apps/store", "store").WithNode("services/billing", "@acme/billing").WithNode("apps/backoffice", "backoffice").WithNode("packages/sdk", "@acme/sdk")
        .Write("packages/sdk/package.json", """{ "name": "@acme/sdk", "exports": { ".": "./dist/index.js", "./extra": "./dist/extra.js" } }""");
}
