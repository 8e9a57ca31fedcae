namespace Slipway.Compatibility.Schemas;

/// <summary>
/// One way in which a schema can differ. Most come in twos: the first of each lets less through than before, and so hurts whoever sends;
/// the second lets more through, and so hurts whoever receives.
/// </summary>
internal enum SchemaChange
{
    TypeNarrowed,
    TypeWidened,
    NullRefused,
    NullAllowed,
    EnumValueRemoved,
    EnumValueAdded,
    EnumIntroduced,
    EnumLifted,
    FormatTightened,
    FormatLoosened,
    PatternTightened,
    PatternLoosened,
    MinimumRaised,
    MinimumLowered,
    MaximumLowered,
    MaximumRaised,
    MinLengthRaised,
    MinLengthLowered,
    MaxLengthLowered,
    MaxLengthRaised,
    MinItemsRaised,
    MinItemsLowered,
    MaxItemsLowered,
    MaxItemsRaised,
    MinPropertiesRaised,
    MinPropertiesLowered,
    MaxPropertiesLowered,
    MaxPropertiesRaised,
    MultipleOfTightened,
    MultipleOfLoosened,
    UniqueItemsRequired,
    UniqueItemsLifted,
    RequiredPropertyAdded,
    PropertyRemoved,
    PropertyBecameRequired,
    PropertyBecameOptional,
    PropertyBecameReadOnly,
    PropertyBecameWriteOnly,
    AdditionalPropertiesClosed,
    AdditionalPropertiesOpened,
    AlternativeRemoved,
    AlternativeAdded,

    /// <summary>A property that a closed schema did not know: a reader who validates refuses it.</summary>
    PropertyAddedToClosed,
    DiscriminatorChanged,
    DefaultChanged,
}
