namespace Slipway.Benchmarks.Platforms;

/// <summary>The files of one unit: a project with five sources, a test project with two, and the script file of the peers.</summary>
internal static class UnitFiles
{
    public static IEnumerable<(string Path, string Text)> Of(SyntheticUnit unit)
    {
        var source = $"{unit.Folder}/src/{unit.Name}";
        var tests = $"{unit.Folder}/tests/{unit.Name}.Tests";
        yield return ($"{unit.Folder}/package.json", Script(unit));
        yield return (unit.Project, Project(unit));
        yield return ($"{source}/Entry.cs", Entry(unit.Name));
        yield return ($"{source}/Account.cs", Account(unit.Name));
        yield return (unit.Source, Ledger(unit.Name));
        yield return ($"{source}/Totals.cs", Totals(unit.Name, unit.Uses));
        if (unit.Kind != SyntheticKind.Package) yield return ($"{source}/Program.cs", Program(unit));
        yield return (unit.TestProject, TestProject(unit));
        yield return ($"{tests}/LedgerTests.cs", LedgerTests(unit.Name));
        yield return ($"{tests}/TotalsTests.cs", TotalsTests(unit.Name));
    }

    // A unit's own scripts are what its team would write: one build of everything, then its tests as they were built.
    private static string Script(SyntheticUnit unit) =>
        $$"""
        {
          "name": "{{unit.Id}}",
          "version": "0.0.0",
          "private": true,
          "nx": { "includedScripts": [] },
          "scripts": {
            "build": "dotnet build tests/{{unit.Name}}.Tests -c Release -nologo -v quiet",
            "test": "dotnet test --project tests/{{unit.Name}}.Tests -c Release --no-build"
          }{{(unit.Uses is { } used ? $",\n  \"dependencies\": {{ \"{used.ToLowerInvariant()}\": \"*\" }}" : "")}}
        }

        """;

    private static string Project(SyntheticUnit unit) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk{(unit.Kind == SyntheticKind.Web ? ".Web" : "")}">
        {unit.Kind switch
        {
            SyntheticKind.Program => Group("OutputType", "Exe"),
            SyntheticKind.Package => Group("IsPackable", "true"),
            _ => "",
        }}{(unit.Uses is { } used ? Reference($"../../../../packages/{used.ToLowerInvariant()}/src/{used}/{used}.csproj") : "")}
        </Project>

        """;

    private static string TestProject(SyntheticUnit unit) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
        {Reference($"../../src/{unit.Name}/{unit.Name}.csproj")}
        </Project>

        """;

    private static string Group(string property, string value) => $"\n  <PropertyGroup>\n    <{property}>{value}</{property}>\n  </PropertyGroup>\n";

    private static string Reference(string path) => $"\n  <ItemGroup>\n    <ProjectReference Include=\"{path}\" />\n  </ItemGroup>\n";

    private static string Entry(string name) =>
        $"""
        namespace {name};

        public sealed record Entry(string Account, decimal Amount, DateOnly Day);

        """;

    private static string Account(string name) =>
        $$"""
        namespace {{name}};

        public sealed class Account(string name)
        {
            private readonly List<Entry> _entries = [];

            public string Name { get; } = name;

            public IReadOnlyList<Entry> Entries => _entries;

            public decimal Balance => _entries.Sum(entry => entry.Amount);

            public void Post(decimal amount, DateOnly day) => _entries.Add(new Entry(Name, amount, day));
        }

        """;

    private static string Ledger(string name) =>
        $$"""
        namespace {{name}};

        public sealed class Ledger
        {
            public const string Revision = "1";

            private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);

            public IEnumerable<Account> Accounts => _accounts.Values.OrderBy(account => account.Name, StringComparer.Ordinal);

            public Account Open(string name)
            {
                if (_accounts.ContainsKey(name)) throw new InvalidOperationException($"The account '{name}' is open already.");
                return _accounts[name] = new Account(name);
            }
        }

        """;

    private static string Totals(string name, string? uses) =>
        $$"""
        namespace {{name}};

        public static class Totals
        {
            public static decimal Of(Ledger ledger)
            {
                ArgumentNullException.ThrowIfNull(ledger);
                return ledger.Accounts.Sum(account => account.Balance);
            }

            public static string Describe(Ledger ledger) => $"{Of(ledger):0.00} in revision {Ledger.Revision}{{(uses is null ? "" : $" on {{{uses}.Ledger.Revision}}")}}";
        }

        """;

    private static string Program(SyntheticUnit unit) => unit.Kind == SyntheticKind.Web
        ? $"""
        using {unit.Name};

        var app = WebApplication.CreateBuilder(args).Build();
        var ledger = new Ledger();
        app.MapGet("/total", () => Totals.Describe(ledger));
        app.Run();

        """
        : $"""
        using {unit.Name};

        Console.WriteLine(Totals.Describe(new Ledger()));

        """;

    private static string LedgerTests(string name) =>
        $$"""
        namespace {{name}}.Tests;

        public sealed class LedgerTests
        {
            [Fact]
            public void An_account_is_opened_once()
            {
                var ledger = new Ledger();
                ledger.Open("rent");
                Assert.Throws<InvalidOperationException>(() => ledger.Open("rent"));
            }

            [Fact]
            public void Accounts_come_by_name()
            {
                var ledger = new Ledger();
                ledger.Open("rent");
                ledger.Open("food");
                Assert.Equal(["food", "rent"], ledger.Accounts.Select(account => account.Name));
            }
        }

        """;

    private static string TotalsTests(string name) =>
        $$"""
        namespace {{name}}.Tests;

        public sealed class TotalsTests
        {
            [Theory]
            [InlineData(1)]
            [InlineData(12)]
            public void A_total_is_the_sum_of_all_accounts(int accounts)
            {
                var ledger = new Ledger();
                for (var number = 0; number < accounts; number++) ledger.Open($"account {number}").Post(10, new DateOnly(2026, 1, 1));
                Assert.Equal(10m * accounts, Totals.Of(ledger));
            }

            [Fact]
            public void The_description_names_the_revision() => Assert.Contains(Ledger.Revision, Totals.Describe(new Ledger()), StringComparison.Ordinal);
        }

        """;
}
