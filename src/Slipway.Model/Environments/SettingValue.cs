namespace Slipway.Model.Environments;

/// <summary>The value of one setting: itself, or where a secret is to be found. A closed set; a secret's value is never here.</summary>
public abstract record SettingValue
{
    private SettingValue()
    {
    }

    public T Match<T>(Func<string, T> plain, Func<string, T> fromVariable, Func<string, T> fromFile) => this switch
    {
        Plain(var text) => plain(text),
        FromVariable(var name) => fromVariable(name),
        FromFile(var path) => fromFile(path),
        _ => throw new InvalidOperationException("The set of setting values is closed."),
    };

    public sealed record Plain(string Text) : SettingValue;

    /// <param name="Name">The environment variable, written <c>env:NAME</c>.</param>
    public sealed record FromVariable(string Name) : SettingValue;

    /// <param name="Path">The file on the machine that runs, written <c>file:PATH</c>.</param>
    public sealed record FromFile(string Path) : SettingValue;
}
