using System.Text.Json.Serialization;

namespace Assistant.Asking;

[JsonConverter(typeof(JsonStringEnumConverter<AnswerOutcome>))]
public enum AnswerOutcome
{
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>The question is not for a shop's assistant.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>The shop's facts do not say it.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
