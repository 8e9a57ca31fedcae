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
    [InlineData("src/a.ts", "router.get('/billing', show); cache.get('/billing/1')")]
    [InlineData("src/a.test.ts", "await fetch('http://billing/api/invoices')")]
    [InlineData("tests/a.ts", "await fetch('http://billing/api/invoices')")]
    public void Its_legal_twin_is_clean(string file, string code)
    {
        using var platform = ImportTests.Store().Write($"apps/store/{file}", $"const start = 1;\n{code}");

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void A_package_may_call_a_service_for_that_is_what_an_SDK_does()
    {
        using var platform = ImportTests.Store().Write("packages/sdk/src/a.ts", "export const get = () => fetch('http://billing/api/invoices')");

        Assert.Empty(platform.Rules());
    }
}
