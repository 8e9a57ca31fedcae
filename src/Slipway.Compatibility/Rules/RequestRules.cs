using System.Collections.Immutable;
using Slipway.Compatibility.Schemas;

namespace Slipway.Compatibility.Rules;

/// <summary>What must not happen to what callers send: it may only let more through than before.</summary>
internal static class RequestRules
{
    public static ImmutableSortedDictionary<SchemaChange, BreakRule> Of { get; } = new Dictionary<SchemaChange, BreakRule>
    {
        [SchemaChange.TypeNarrowed] = Break(
            "request-type-narrowed",
            "Callers send a type that is refused now.",
            """{ "type": "object", "properties": { "a": { "type": "number" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer" } } }""",
            """{ "type": "object", "properties": { "a": { "type": ["number", "string"] } } }"""),
        [SchemaChange.NullRefused] = Break(
            "request-null-refused",
            "Callers send null, which is refused now.",
            """{ "type": "object", "properties": { "a": { "type": ["string", "null"] } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "nullable": true } } }"""),
        [SchemaChange.EnumValueRemoved] = Break(
            "request-enum-value-removed",
            "Callers send a value that is refused now.",
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["x", "y"] } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["x"] } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["y", "x", "z"] } } }"""),
        [SchemaChange.EnumIntroduced] = Break(
            "request-enum-introduced",
            "Callers could send anything, and may send only what is listed now.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["x"] } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "description": "Such as x." } } }"""),
        [SchemaChange.FormatTightened] = Break(
            "request-format-tightened",
            "Callers send text or numbers of another form, which is refused now.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "format": "uuid" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "examples": ["a"] } } }"""),
        [SchemaChange.PatternTightened] = Break(
            "request-pattern-tightened",
            "Callers send text that need not match the new pattern.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "pattern": "^[A-Z]+$" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "description": "Upper case looks best." } } }"""),
        [SchemaChange.MinimumRaised] = Break(
            "request-minimum-raised",
            "Callers send numbers that are too small now.",
            """{ "type": "object", "properties": { "a": { "type": "integer", "minimum": 1 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "minimum": 2 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "minimum": 0 } } }"""),
        [SchemaChange.MaximumLowered] = Break(
            "request-maximum-lowered",
            "Callers send numbers that are too great now.",
            """{ "type": "object", "properties": { "a": { "type": "integer", "maximum": 9 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "maximum": 8 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "maximum": 10 } } }"""),
        [SchemaChange.MinLengthRaised] = Break(
            "request-min-length-raised",
            "Callers send texts that are too short now.",
            """{ "type": "object", "properties": { "a": { "type": "string", "minLength": 1 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "minLength": 2 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "minLength": 0 } } }"""),
        [SchemaChange.MaxLengthLowered] = Break(
            "request-max-length-lowered",
            "Callers send texts that are too long now.",
            """{ "type": "object", "properties": { "a": { "type": "string", "maxLength": 9 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "maxLength": 8 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "maxLength": 10 } } }"""),
        [SchemaChange.MinItemsRaised] = Break(
            "request-min-items-raised",
            "Callers send lists that are too short now.",
            """{ "type": "object", "properties": { "a": { "type": "array" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "minItems": 1 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "minItems": 0 } } }"""),
        [SchemaChange.MaxItemsLowered] = Break(
            "request-max-items-lowered",
            "Callers send lists that are too long now.",
            """{ "type": "object", "properties": { "a": { "type": "array", "maxItems": 9 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "maxItems": 8 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array" } } }"""),
        [SchemaChange.MinPropertiesRaised] = Break(
            "request-min-properties-raised",
            "Callers send objects with too few properties now.",
            """{ "type": "object" }""",
            """{ "type": "object", "minProperties": 1 }""",
            """{ "type": "object", "minProperties": 0 }"""),
        [SchemaChange.MaxPropertiesLowered] = Break(
            "request-max-properties-lowered",
            "Callers send objects with too many properties now.",
            """{ "type": "object" }""",
            """{ "type": "object", "maxProperties": 5 }""",
            """{ "type": "object", "description": "Five are enough." }"""),
        [SchemaChange.MultipleOfTightened] = Break(
            "request-multiple-of-tightened",
            "Callers send numbers between the new steps.",
            """{ "type": "object", "properties": { "a": { "type": "integer", "multipleOf": 2 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "multipleOf": 4 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "multipleOf": 1 } } }"""),
        [SchemaChange.UniqueItemsRequired] = Break(
            "request-unique-items-required",
            "Callers send lists that hold something twice.",
            """{ "type": "object", "properties": { "a": { "type": "array" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "uniqueItems": true } } }""",
            """{ "type": "object", "properties": { "a": { "type": "array", "uniqueItems": false } } }"""),
        [SchemaChange.RequiredPropertyAdded] = Break(
            "request-required-property-added",
            "Callers do not know the property that they must send now.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "required": ["b"], "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }"""),
        [SchemaChange.PropertyRemoved] = Break(
            "request-property-removed",
            "What callers send is read no longer, and nobody tells them.",
            """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string", "deprecated": true } } }"""),
        [SchemaChange.PropertyBecameRequired] = Break(
            "request-property-became-required",
            "Callers leave out what they must send now.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "description": "Better sent." } } }"""),
        [SchemaChange.PropertyBecameReadOnly] = Break(
            "request-property-became-read-only",
            "What callers send is read no longer.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "readOnly": true } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string", "readOnly": false } } }"""),
        [SchemaChange.AdditionalPropertiesClosed] = Break(
            "request-additional-properties-closed",
            "Callers send properties that are refused now.",
            """{ "type": "object", "properties": { "a": { "type": "string" } } }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } }, "additionalProperties": false }""",
            """{ "type": "object", "properties": { "a": { "type": "string" } }, "additionalProperties": true }"""),
        [SchemaChange.AlternativeRemoved] = Break(
            "request-alternative-removed",
            "Callers send an alternative that is refused now.",
            """{ "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "boolean" }] }""",
            """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""",
            """{ "oneOf": [{ "type": "boolean" }, { "type": "integer" }, { "type": "string" }] }"""),
        [SchemaChange.DiscriminatorChanged] = Break(
            "request-discriminator-changed",
            "Callers tell alternatives apart in a way that is not understood now.",
            """{ "oneOf": [{ "type": "object" }, { "type": "string" }], "discriminator": { "propertyName": "kind" } }""",
            """{ "oneOf": [{ "type": "object" }, { "type": "string" }], "discriminator": { "propertyName": "type" } }""",
            """{ "oneOf": [{ "type": "object" }, { "type": "string" }], "discriminator": { "propertyName": "kind", "mapping": { "x": "#/x" } } }"""),
        [SchemaChange.DefaultChanged] = Break(
            "request-default-changed",
            "What callers leave out means something else now.",
            """{ "type": "object", "properties": { "a": { "type": "integer", "default": 20 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "default": 50 } } }""",
            """{ "type": "object", "properties": { "a": { "type": "integer", "default": 20, "description": "A page." } } }"""),
    }.ToImmutableSortedDictionary();

    private static BreakRule Break(string name, string text, string before, string after, string legal) =>
        new(name, Direction.Request, Gravity.Break, text, new(Place.RequestBody, before, after, legal));
}
