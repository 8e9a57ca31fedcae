namespace Slipway.Boundaries.Tests.Scripts;

public class RawCallTests
{
    [Theory]
    [InlineData("await fetch('http://billing/api/invoices')")]
    [InlineData("await fetch(`https://billing.internal:8080/invoices/${id}`)")]
    [InlineData("axios.get('/api/billing/invoices')")]
    [InlineData("axios.post<Invoice>('/billing/v1/invoices', x)")]
    [InlineData("new URL('http://billing-api/')")]
    [InlineData("const client = axios.create({ baseURL: 'http://localhost:5000/billing' })")]
    [InlineData("new EventSource('/api/v2/billing/events')")]
    [InlineData("location.open('http://backoffice/orders')")]
    [InlineData("request.open('GET', 'http://billing/api/invoices')")]
    [InlineData("await fetch(new Request('http://billing/api/invoices'))")]
    [InlineData("const client = ky.extend({ prefixUrl: 'http://billing' })")]
    [InlineData("const { data } = useSWR('/api/billing/invoices')")]
    [InlineData("await fetch(isLocal ? 'http://localhost/x' : 'http://billing/api/invoices')")]
    [InlineData("await fetch(address ?? 'http://billing/api/invoices')")]
    [InlineData("await fetch('http://' + 'billing/api/invoices')")]
    [InlineData("const socket = io('http://billing')")]
    public void A_call_of_a_service_or_app_by_its_address_is_found(string code)
    {
        using var platform = ImportTests.Store().Write("apps/store/src/a.ts", $"const start = 1;\n{code}");

        Assert.Equal(["SLW8005 apps/store/src/a.ts"], platform.Rules());
    }

    [Theory]
    [InlineData("src/a.ts", "await fetch('/api/cart')")]
    [InlineData("src/a.ts", "await fetch('https://api.example.org/billing')")]
    [InlineData("src/a.ts", "await fetch('/rebilling/x')")]
    [InlineData("src/a.ts", "const docs = 'http://billing/docs'; const route = '/billing'")]
    [InlineData("src/a.ts", "show(isLocal ? 'http://localhost' : 'http://billing/docs'); file.open('r', 'http://billing')")]
    [InlineData("src/a.ts", "router.get('/billing', show); cache.get('/billing/1')")]
    [InlineData("src/a.test.ts", "await fetch('http://billing/api/invoices')")]
    [InlineData("tests/a.ts", "await fetch('http://billing/api/invoices')")]
    public void Its_legal_twin_is_clean(string file, string code)
    {
        using var platform = ImportTests.Store().Write($"apps/store/{file}", $"const start = 1;\n{code}");

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("src/a.ts", "fetch(import.meta.env.VITE_BILLING_URL + '/invoices')")]
    [InlineData("src/a.ts", "await fetch(`${process.env.BILLING_API_URL}/invoices`)")]
    [InlineData("src/a.ts", "const client = axios.create({ baseURL: process.env['BILLING_HOST'] })")]
    [InlineData("src/a.ts", "new WebSocket(import.meta.env.VITE_BILLING_ENDPOINT)")]
    [InlineData("index.html", "<script type=\"module\">\nawait fetch('http://billing/invoices')\n</script>")]
    [InlineData("index.html", "<iframe title=\"x\" src=\"http://billing/invoices\"></iframe>")]
    [InlineData("index.html", "<form method='post' action='https://billing.internal/pay'></form>")]
    [InlineData("src/a.tsx", "export const A = () => <iframe src={\"http://backoffice/orders\"} />")]
    [InlineData("src/A.vue", "<template><img src=\"//billing/logo.png\"></template>")]
    public void A_call_at_an_address_that_is_configured_or_framed_is_found(string file, string code)
    {
        using var platform = ImportTests.Store().Write($"apps/store/{file}", code);

        Assert.Equal([$"SLW8005 apps/store/{file}"], platform.Rules());
    }

    [Theory]
    [InlineData("src/a.ts", "const sdk = createBilling({ baseUrl: import.meta.env.VITE_BILLING_URL }); fetch(import.meta.env.VITE_CDN_URL)")]
    [InlineData("src/a.ts", "fetch(import.meta.env.VITE_BILLINGARCHIVE_URL); fetch('/x', { credentials: import.meta.env.BILLING_MODE })")]
    [InlineData("src/a.ts", "Billing.create(process.env.BILLING_URL)")]
    [InlineData("index.html", "<a href=\"https://billing.example.org/help\">Help</a><img src=\"/billing/logo.png\"><script src=\"/src/start.tsx\"></script>")]
    [InlineData("index.html", "<!-- http://billing/ --><p>http://billing/</p>")]
    public void An_address_for_the_SDK_and_somebody_elses_page_are_clean(string file, string code)
    {
        using var platform = ImportTests.Store().Write($"apps/store/{file}", code);

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void A_page_that_loads_a_script_of_another_unit_is_found()
    {
        using var platform = ImportTests.Store().Write("apps/store/index.html", "<html>\n<script type=\"module\" src=\"../../services/billing/src/x.ts\"></script>");

        Assert.Equal(
            ["apps/store/index.html(2,28): error SLW8001: 'apps/store' loads '../../services/billing/src/x.ts', which lies in 'services/billing'\n  mend: Use the SDK package of 'billing', or move what both need into a package."],
            platform.Check());
    }

    [Fact]
    public void A_package_may_call_a_service_for_that_is_what_an_SDK_does()
    {
        using var platform = ImportTests.Store().Write("packages/sdk/src/a.ts", "export const get = () => fetch('http://billing/api/invoices')");

        Assert.Empty(platform.Rules());
    }
}
