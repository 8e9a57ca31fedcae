using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Commands;

/// <summary>Files that come over a boundary before any build begins: scripts, recipes of images, workspaces and feeds.</summary>
public class CommandTests
{
    [Theory]
    [InlineData("fetch.sh", "#!/bin/sh\ncp ../billing/Money.cs .\n")]
    [InlineData("fetch.sh", "cat ../billing/Money.cs > Money.cs\n")]
    [InlineData("fetch.sh", "cp \"$(dirname \"$0\")/../billing/Money.cs\" .\n")]
    [InlineData("fetch.sh", "cp ${ROOT}/services/billing/Money.cs services/orders/\n")]
    [InlineData("fetch.sh", "cd ../billing/ && cp Money.cs ../orders\n")]
    [InlineData("fetch.sh", "cp ../*/Money.cs .\n")]
    [InlineData("fetch.sh", "cd ../../services && cp billing/Money.cs orders/\n")]
    [InlineData("package.json", "{ \"name\": \"orders\", \"scripts\": { \"prebuild\": \"cp -r ../../services .work\" } }")]
    [InlineData("scripts/fetch.ps1", "Copy-Item $PSScriptRoot\\..\\..\\billing\\Money.cs .\n")]
    [InlineData("fetch.cmd", "copy %~dp0..\\billing\\Money.cs .\n")]
    [InlineData("fetch.py", "import shutil\nshutil.copy('../billing/Money.cs', 'Money.cs')\n")]
    [InlineData("fetch.py", "import os\nopen(os.path.join('..', 'billing', 'Money.cs'))\n")]
    [InlineData("Makefile", "Money.cs: ../billing/Money.cs\n\tcp $< $@\n")]
    [InlineData("Dockerfile", "FROM sdk\nCOPY services/billing/Billing.csproj services/billing/\n")]
    [InlineData("compose.yaml", "services:\n  billing:\n    build:\n      context: ../billing/\n")]
    [InlineData("compose.yaml", "services:\n  x:\n    volumes:\n      - ../billing/config:/config:ro\n")]
    [InlineData("nuget.config", "<configuration><packageSources><add key=\"x\" value=\"../billing/bin/Release\" /></packageSources></configuration>")]
    [InlineData("pnpm-workspace.yaml", "packages:\n  - '../billing/*'\n")]
    [InlineData("deploy/Chart.yaml", "dependencies:\n  - name: billing\n    repository: file://../../billing/deploy\n")]
    [InlineData("deploy/main.tf", "module \"x\" {\n  source = \"../../billing/deploy\"\n}\n")]
    [InlineData("package.json", "{ \"name\": \"orders\", \"scripts\": { \"prebuild\": \"cp ../billing/money.ts src/\" } }")]
    public void A_file_of_another_unit_that_a_command_takes_is_found(string file, string text)
    {
        using var platform = Orders().Write($"services/orders/{file}", text);

        Assert.Equal([$"SLW1014 services/orders/{file}"], platform.Rules());
    }

    [Theory]
    [InlineData("fetch.sh", "# cp ../billing/Money.cs .\ncp ../../packages/contracts/order.json .\n")]
    [InlineData("fetch.sh", "cd .. && cd ../build && cp -r ../../packages/contracts .\n")]
    [InlineData("fetch.sh", "cp src/billing/Money.cs . && cp ../billingarchive/Money.cs .\n")]
    [InlineData("fetch.sh", "curl https://example.org/services/billing/openapi.json -o x.json\n")]
    [InlineData("Dockerfile", "FROM sdk AS build\nCOPY . .\nFROM runtime\nCOPY --from=build /app/services/orders /app\n")]
    [InlineData("compose.yaml", "services:\n  billing:\n    image: registry.example.org/acme/billing:1\n  orders:\n    build: .\n    volumes:\n      - ./config/billing:/config\n")]
    [InlineData("nuget.config", "<configuration><packageSources><add key=\"x\" value=\"https://example.org/v3/index.json\" /></packageSources></configuration>")]
    [InlineData("package.json", "{ \"name\": \"orders\", \"scripts\": { \"build\": \"vite build --outDir ../../artifacts/orders\" } }")]
    [InlineData("notes.txt", "cp ../billing/Money.cs .\n")]
    [InlineData("package.json", "{ \"name\": \"orders\", \"scripts\": { \"update\": \"node --eval \\\"fs.copyFileSync('../billing/openapi.json', 'openapi.json')\\\"\" } }")]
    [InlineData("update.sh", "cp ../billing/openapi.json .\n")]
    public void Its_legal_twin_is_clean(string file, string text)
    {
        using var platform = Orders().Write("services/orders/src/billing/Money.cs", "").Write("services/orders/config/billing/x.json", "{}").Write($"services/orders/{file}", text);

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("tools/fetch.sh", "<Target Name=\"Late\"><Exec Command=\"sh ../../tools/fetch.sh\" /></Target>")]
    [InlineData("services/orders/fetch.mjs", "<Target Name=\"Late\"><Exec Command=\"node fetch.mjs\" /></Target>")]
    [InlineData("services/orders/fetch.mjs", "<Target Name=\"Late\"><Exec Command=\"node &quot;$(MSBuildThisFileDirectory)fetch.mjs&quot;\" /></Target>")]
    public void A_script_that_the_build_calls_is_read_wherever_it_lies(string script, string target)
    {
        using var platform = Orders().Write("services/orders/Orders.csproj", $"<Project>{target}</Project>")
            .Write(script, "require('fs').copyFileSync('services/billing/Money.cs', 'services/orders/Money.cs')\n");

        Assert.Equal([$"SLW1014 {script}"], platform.Rules());
    }

    [Fact]
    public void A_script_beside_the_units_that_none_of_them_calls_is_nobodys()
    {
        using var platform = Orders().Write("tools/fetch.sh", "cp services/billing/Money.cs services/orders/\n");

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("FROM acme/billing:1.0 AS other\nFROM runtime\nCOPY --from=other /app/Billing.dll .\n", "services/orders/Dockerfile(1,6): error SLW1014: 'services/orders' is put together out of 'acme/billing:1.0', which is the image of 'services/billing'")]
    [InlineData("FROM runtime\nCOPY --chown=app --from=registry.example.org/billing@sha256:00 /app .\n", "services/orders/Dockerfile(2,25): error SLW1014: 'services/orders' is put together out of 'registry.example.org/billing@sha256:00', which is the image of 'services/billing'")]
    [InlineData("ARG BASE=acme/billing:1\nFROM ${BASE} AS other\n", "services/orders/Dockerfile(2,6): error SLW1014: 'services/orders' is put together out of 'acme/billing:1', which is the image of 'services/billing'")]
    [InlineData("FROM runtime\nRUN --mount=type=bind,from=billing,target=/x cp /x/Billing.dll .\n", "services/orders/Dockerfile(2,28): error SLW1014: 'services/orders' is put together out of 'billing', which is the image of 'services/billing'")]
    public void An_image_that_is_built_on_another_units_is_found(string recipe, string finding)
    {
        using var platform = Orders().Write("services/orders/Dockerfile", recipe);

        Assert.Equal([finding + "\n  mend: Use the SDK package of 'billing', or move what both need into a package."], platform.Check());
    }

    [Theory]
    [InlineData("FROM sdk AS billing\nFROM runtime\nCOPY --from=billing /app .\n")]
    [InlineData("FROM acme/billing-runtime:1\n")]
    [InlineData("ARG BASE=sdk\nARG TAG=billing\nFROM $BASE\nFROM acme/runtime:${TAG}\nFROM $OTHER\n")]
    [InlineData("FROM acme/orders:1\nCOPY --from=acme/billingarchive /x .\n")]
    public void A_stage_of_its_own_and_an_image_of_another_name_are_clean(string recipe)
    {
        using var platform = Orders().Write("services/orders/Dockerfile", recipe);

        Assert.Empty(platform.Rules());
    }

    private static SamplePlatform Orders() => new SamplePlatform().With("services/orders").With("services/billing").With("packages/contracts");
}
