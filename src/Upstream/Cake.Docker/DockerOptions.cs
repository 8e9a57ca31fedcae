using System.Globalization;
using System.Reflection;
using System.Text;
using Cake.Core;
using Cake.Core.IO;

namespace Cake.Docker;

/// <summary>Writes settings as docker's options, in the order in which the properties are declared.</summary>
internal static class DockerOptions
{
    private const BindingFlags OwnProperties = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static void AppendOptions(this ProcessArgumentBuilder arguments, AutoToolSettings settings)
    {
        foreach (var property in settings.GetType().GetProperties(OwnProperties))
        {
            Append(arguments, OptionOf(property.Name), property.GetValue(settings));
        }
    }

    private static void Append(ProcessArgumentBuilder arguments, string option, object? value)
    {
        switch (value)
        {
            case true:
                arguments.Append(option);
                break;
            case string { Length: > 0 } text:
                arguments.Append(option);
                arguments.AppendQuoted(text);
                break;
            case string[] texts:
                Array.ForEach(texts, text => Append(arguments, option, text));
                break;
            case long number:
                arguments.Append(option);
                arguments.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                break;
        }
    }

    private static string OptionOf(string property)
    {
        var option = new StringBuilder("-");
        foreach (var letter in property)
        {
            if (char.IsUpper(letter))
            {
                option.Append('-');
            }

            option.Append(char.ToLowerInvariant(letter));
        }

        return option.ToString();
    }
}
