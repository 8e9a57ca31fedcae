using System.Collections.Immutable;
using Slipway.Compatibility.Schemas;

namespace Slipway.Compatibility.Rules;

/// <summary>What must not happen to what callers receive: it may only hold less variety than before, and must hold as much.</summary>
internal static class ResponseRules
{
    public static ImmutableSortedDictionary<SchemaChange, BreakRule> Of { get; } = new Dictionary<SchemaChange, BreakRule>
    {
        [SchemaChange.TypeWidened] = Break(
            "response-type-widened",
            "Callers receive a type that they do not expect.",
            """{ "type": "object", "properties": { "a": { "type": "integer" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "number" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "description": "Whole." } } }"""),
        [SchemaChange.NullAllowed] = Break(
            "response-null-allowed",
            "Callers receive null where there always was a value.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": ["string", "null"] } } }""",
            """{ "type": "object", "properties": { "a": { "type": ["string"] } } }"""),
        [SchemaChange.EnumValueAdded] = Break(
            "response-enum-value-added",
            "Callers receive a value that they do not know.",
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["x"] } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["x", "y"] } } }""",
            """{ "type": "object", "properties": { "a": { "const": "x", "type": "string" } } }"""),
        [SchemaChange.EnumLifted] = Break(
            "response-enum-lifted",
            "Callers receive values that nobody listed.",
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["x"] } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["x"], "description": "Only x." } } }"""),
        [SchemaChange.FormatLoosened] = Break(
            "response-format-loosened",
            "Callers receive text or numbers of a form that they do not parse.",
            """{ "type": "object", "properties": { "a": { "type": "integer", "format": "int32" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "format": "int64" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "format": "int32", "description": "Small." } } }"""),
        [SchemaChange.PatternLoosened] = Warning(
            "response-pattern-loosened",
            "Callers receive text that need not match what they rely on.",
            """{ "type": "object", "properties": { "a": { "type": "string", "pattern": "^[A-Z]+$" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "pattern": "^[A-Z]+$", "minLength": 1 } } }"""),
        [SchemaChange.MinimumLowered] = Warning(
            "response-minimum-lowered",
            "Callers receive smaller numbers than before.",
            """{ "type": "object", "properties": { "a": { "type": "integer", "minimum": 1 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "minimum": 0 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "minimum": 2 } } }"""),
        [SchemaChange.MaximumRaised] = Warning(
            "response-maximum-raised",
            "Callers receive greater numbers than before.",
            """{ "type": "object", "properties": { "a": { "type": "integer", "maximum": 9 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "maximum": 8 } } }"""),
        [SchemaChange.MinLengthLowered] = Warning(
            "response-min-length-lowered",
            "Callers receive shorter texts than before, perhaps none.",
            """{ "type": "object", "properties": { "a": { "type": "string", "minLength": 1 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "minLength": 2 } } }"""),
        [SchemaChange.MaxLengthRaised] = Warning(
            "response-max-length-raised",
            "Callers receive longer texts than they have room for.",
            """{ "type": "object", "properties": { "a": { "type": "string", "maxLength": 9 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "maxLength": 10 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "maxLength": 8 } } }"""),
        [SchemaChange.MinItemsLowered] = Warning(
            "response-min-items-lowered",
            "Callers receive lists that are shorter than before, perhaps empty.",
            """{ "type": "object", "properties": { "a": { "type": "array", "minItems": 1 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "minItems": 2 } } }"""),
        [SchemaChange.MaxItemsRaised] = Warning(
            "response-max-items-raised",
            "Callers receive longer lists than before.",
            """{ "type": "object", "properties": { "a": { "type": "array", "maxItems": 9 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "maxItems": 10 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "maxItems": 8 } } }"""),
        [SchemaChange.MinPropertiesLowered] = Warning(
            "response-min-properties-lowered",
            "Callers receive objects with fewer properties than before.",
            """{ "type": "object", "minProperties": 1 }""",
            """{ "type": "object" }""",
            """{ "type": "object", "minProperties": 2 }"""),
        [SchemaChange.MaxPropertiesRaised] = Warning(
            "response-max-properties-raised",
            "Callers receive objects with more properties than before.",
            """{ "type": "object", "maxProperties": 5 }""",
            """{ "type": "object" }""",
            """{ "type": "object", "maxProperties": 4 }"""),
        [SchemaChange.MultipleOfLoosened] = Warning(
            "response-multiple-of-loosened",
            "Callers receive numbers between the steps that they rely on.",
            """{ "type": "object", "properties": { "a": { "type": "integer", "multipleOf": 4 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "multipleOf": 2 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "multipleOf": 8 } } }"""),
        [SchemaChange.UniqueItemsLifted] = Warning(
            "response-unique-items-lifted",
            "Callers receive lists that hold something twice.",
            """{ "type": "object", "properties": { "a": { "type": "array", "uniqueItems": true } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "uniqueItems": true, "maxItems": 3 } } }"""),
        [SchemaChange.PropertyRemoved] = Break(
            "response-property-removed",
            "Callers read what is not there any more.",
            """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" }, "c": { "type": "string" } } }"""),
        [SchemaChange.PropertyBecameOptional] = Break(
            "response-property-became-optional",
            "Callers read what is not always there any more.",
            """{ "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "required": ["a", "b"], "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }"""),
        [SchemaChange.PropertyBecameWriteOnly] = Break(
            "response-property-became-write-only",
            "Callers read what is not shown any more.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "writeOnly": true } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "writeOnly": false } } }"""),
        [SchemaChange.AdditionalPropertiesOpened] = Warning(
            "response-additional-properties-opened",
            "Callers who refuse what they do not know receive properties that nobody named.",
            """{ "type": "object", "additionalProperties": false }""",
            """{ "type": "object" }""",
            """{ "type": "object", "additionalProperties": false, "description": "Closed." }"""),
        [SchemaChange.PropertyAddedToClosed] = Warning(
            "response-property-added-to-closed",
            "Callers who refuse what they do not know receive a property that a closed schema did not name.",
            """{ "type": "object", "additionalProperties": false, "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "additionalProperties": false, "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }""",
            """{ "type": "object", "additionalProperties": false, "properties": { "a": { "type": "string", "description": "First." } } }"""),
        [SchemaChange.AlternativeAdded] = Break(
            "response-alternative-added",
            "Callers receive an alternative that they do not know.",
            """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""",
            """{ "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "boolean" }] }""",
            """{ "oneOf": [{ "type": "integer" }, { "type": "string" }] }"""),
        [SchemaChange.DiscriminatorChanged] = Break(
            "response-discriminator-changed",
            "Callers tell alternatives apart in a way that does not work any more.",
            """{ "oneOf": [{ "type": "object" }, { "type": "string" }], "discriminator": { "propertyName": "kind", "mapping": { "x": "#/x" } } }""",
            """{ "oneOf": [{ "type": "object" }, { "type": "string" }], "discriminator": { "propertyName": "kind" } }""",
            """{ "oneOf": [{ "type": "object" }, { "type": "string" }], "discriminator": { "propertyName": "kind", "mapping": { "y": "#/y", "x": "#/x" } } }"""),
    }.ToImmutableSortedDictionary();

    private static BreakRule Break(string name, string text, string before, string after, string legal) =>
        new(name, Direction.Response, Gravity.Break, text, new(Place.ResponseBody, before, after, legal));

    private static BreakRule Warning(string name, string text, string before, string after, string legal) =>
        new(name, Direction.Response, Gravity.Warning, text, new(Place.ResponseBody, before, after, legal));
}
