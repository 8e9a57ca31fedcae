using System.Collections.Immutable;

namespace Slipway.Compatibility.Rules;

/// <summary>What must not happen to operations: their address, what they ask for, what they answer with.</summary>
internal static class OperationRules
{
    public static BreakRule PathRemoved { get; } = Break(
        "path-removed",
        Place.Document,
        "Callers reach nothing at all at that path.",
        """{ "paths": { "/a": { "get": { } }, "/b": { "get": { } } } }""",
        """{ "paths": { "/a": { "get": { } } } }""",
        """{ "paths": { "/a": { "get": { } }, "/b": { "get": { } }, "/c": { "get": { } } } }""");

    public static BreakRule OperationRemoved { get; } = Break(
        "operation-removed",
        Place.Document,
        "Callers of that operation are refused.",
        """{ "paths": { "/a": { "get": { }, "put": { } } } }""",
        """{ "paths": { "/a": { "get": { } } } }""",
        """{ "paths": { "/a": { "get": { }, "put": { }, "delete": { } } } }""");

    public static BreakRule OperationIdChanged { get; } = Break(
        "operation-id-changed",
        Place.Operation,
        "Generated clients call the operation by its id, and do not compile with another.",
        """{ "operationId": "MakeThing" }""",
        """{ "operationId": "CreateThing" }""",
        """{ "operationId": "MakeThing", "summary": "Creates a thing." }""");

    public static BreakRule ServerRemoved { get; } = Break(
        "server-removed",
        Place.Document,
        "Callers use an address that is served no longer.",
        """{ "servers": [{ "url": "/v1" }] }""",
        """{ "servers": [{ "url": "/v2" }] }""",
        """{ "servers": [{ "url": "/v2" }, { "url": "/v1" }] }""");

    public static BreakRule ParameterRemoved { get; } = Break(
        "parameter-removed",
        Place.Operation,
        "What callers send is read no longer, and nobody tells them.",
        """{ "parameters": [{ "name": "q", "in": "query" }] }""",
        """{ "parameters": [] }""",
        """{ "parameters": [{ "name": "q", "in": "query", "deprecated": true }] }""");

    public static BreakRule RequiredParameterAdded { get; } = Break(
        "required-parameter-added",
        Place.Operation,
        "Callers do not know the parameter that they must send now.",
        """{ "parameters": [] }""",
        """{ "parameters": [{ "name": "q", "in": "query", "required": true }] }""",
        """{ "parameters": [{ "name": "q", "in": "query" }] }""");

    public static BreakRule ParameterBecameRequired { get; } = Break(
        "parameter-became-required",
        Place.Operation,
        "Callers leave out what they must send now.",
        """{ "parameters": [{ "name": "q", "in": "query" }] }""",
        """{ "parameters": [{ "name": "q", "in": "query", "required": true }] }""",
        """{ "parameters": [{ "name": "q", "in": "query", "required": false }] }""");

    public static BreakRule ParameterMoved { get; } = Break(
        "parameter-location-changed",
        Place.Operation,
        "Callers send the parameter where it is not looked for any more.",
        """{ "parameters": [{ "name": "q", "in": "query" }] }""",
        """{ "parameters": [{ "name": "q", "in": "header" }] }""",
        """{ "parameters": [{ "name": "q", "in": "query" }, { "name": "q", "in": "header" }] }""");

    public static BreakRule ParameterStyleChanged { get; } = Break(
        "parameter-style-changed",
        Place.Operation,
        "Callers write lists and objects in a way that is not understood any more.",
        """{ "parameters": [{ "name": "q", "in": "query" }] }""",
        """{ "parameters": [{ "name": "q", "in": "query", "style": "pipeDelimited" }] }""",
        """{ "parameters": [{ "name": "q", "in": "query", "style": "form", "explode": true }] }""");

    public static BreakRule RequiredBodyAdded { get; } = Break(
        "required-request-body-added",
        Place.Operation,
        "Callers send no body, and must now.",
        """{ }""",
        """{ "requestBody": { "required": true, "content": { } } }""",
        """{ "requestBody": { "content": { } } }""");

    public static BreakRule BodyBecameRequired { get; } = Break(
        "request-body-became-required",
        Place.Operation,
        "Callers leave out the body that they must send now.",
        """{ "requestBody": { "content": { } } }""",
        """{ "requestBody": { "required": true, "content": { } } }""",
        """{ "requestBody": { "required": false, "content": { } } }""");

    public static BreakRule BodyRemoved { get; } = Break(
        "request-body-removed",
        Place.Operation,
        "What callers send is read no longer.",
        """{ "requestBody": { "content": { } } }""",
        """{ }""",
        """{ "requestBody": { "content": { }, "description": "A thing." } }""");

    public static BreakRule RequestMediaTypeRemoved { get; } = Break(
        "request-media-type-removed",
        Place.Operation,
        "Callers send a form that is refused now.",
        """{ "requestBody": { "content": { "application/json": { }, "text/csv": { } } } }""",
        """{ "requestBody": { "content": { "application/json": { } } } }""",
        """{ "requestBody": { "content": { "application/json; charset=utf-8": { }, "text/*": { } } } }""");

    public static BreakRule SuccessStatusRemoved { get; } = Break(
        "success-status-removed",
        Place.Operation,
        "Callers wait for a success that does not come any more.",
        """{ "responses": { "200": { } } }""",
        """{ "responses": { "2XX": { } } }""",
        """{ "responses": { "200": { }, "404": { } } }""");

    public static BreakRule SuccessStatusAdded { get; } = Warning(
        "success-status-added",
        Place.Operation,
        "Callers receive a success that they do not know.",
        """{ "responses": { "200": { } } }""",
        """{ "responses": { "200": { }, "202": { } } }""",
        """{ "responses": { "200": { }, "409": { } } }""");

    public static BreakRule ErrorStatusRemoved { get; } = Warning(
        "error-status-removed",
        Place.Operation,
        "Callers handle an error that does not come any more; another may come instead.",
        """{ "responses": { "404": { } } }""",
        """{ "responses": { } }""",
        """{ "responses": { "404": { }, "409": { } } }""");

    public static BreakRule ResponseBodyRemoved { get; } = Break(
        "response-body-removed",
        Place.Operation,
        "Callers read a body that is not there any more.",
        """{ "responses": { "200": { "content": { "application/json": { } } } } }""",
        """{ "responses": { "200": { } } }""",
        """{ "responses": { "200": { "content": { "application/json": { }, "text/csv": { } } } } }""");

    public static BreakRule ResponseMediaTypeRemoved { get; } = Break(
        "response-media-type-removed",
        Place.Operation,
        "Callers ask for a form that they do not get any more.",
        """{ "responses": { "200": { "content": { "application/json": { }, "text/csv": { } } } } }""",
        """{ "responses": { "200": { "content": { "application/json": { } } } } }""",
        """{ "responses": { "200": { "content": { "text/csv": { }, "application/json": { }, "text/plain": { } } } } }""");

    public static BreakRule HeaderRemoved { get; } = Break(
        "response-header-removed",
        Place.Operation,
        "Callers read a header that is not there any more.",
        """{ "responses": { "200": { "headers": { "ETag": { } } } } }""",
        """{ "responses": { "200": { } } }""",
        """{ "responses": { "200": { "headers": { "etag": { } } } } }""");

    public static BreakRule HeaderBecameOptional { get; } = Break(
        "response-header-became-optional",
        Place.Operation,
        "Callers read a header that is not always there any more.",
        """{ "responses": { "200": { "headers": { "ETag": { "required": true } } } } }""",
        """{ "responses": { "200": { "headers": { "ETag": { } } } } }""",
        """{ "responses": { "200": { "headers": { "ETag": { "required": true }, "Age": { } } } } }""");

    public static BreakRule SecurityAdded { get; } = Break(
        "security-added",
        Place.Operation,
        "Callers send no credentials, and are refused now.",
        """{ }""",
        """{ "security": [{ "key": [] }] }""",
        """{ "security": [{ "key": [] }, { }] }""");

    public static BreakRule SecurityAlternativeRemoved { get; } = Break(
        "security-alternative-removed",
        Place.Operation,
        "Callers send credentials that are not accepted any more.",
        """{ "security": [{ "key": [] }, { "token": [] }] }""",
        """{ "security": [{ "token": [] }] }""",
        """{ "security": [{ "token": [] }, { "key": [] }, { "other": [] }] }""");

    public static BreakRule SecurityScopeAdded { get; } = Break(
        "security-scope-added",
        Place.Operation,
        "Callers have credentials that do not reach far enough any more.",
        """{ "security": [{ "token": ["read"] }] }""",
        """{ "security": [{ "token": ["read", "write"] }] }""",
        """{ "security": [{ "token": [] }] }""");

    public static BreakRule SecuritySchemeChanged { get; } = Break(
        "security-scheme-changed",
        Place.Document,
        "Callers send their credentials in a way or a place that is not looked at any more.",
        """{ "components": { "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } } } }""",
        """{ "components": { "securitySchemes": { "key": { "type": "apiKey", "in": "query", "name": "X-Key" } } } }""",
        """{ "components": { "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key", "description": "Ask us." } } } }""");

    public static ImmutableArray<BreakRule> All { get; } =
    [
        PathRemoved, OperationRemoved, OperationIdChanged, ServerRemoved,
        ParameterRemoved, RequiredParameterAdded, ParameterBecameRequired, ParameterMoved,
        ParameterStyleChanged, RequiredBodyAdded, BodyBecameRequired, BodyRemoved,
        RequestMediaTypeRemoved, SuccessStatusRemoved, SuccessStatusAdded, ErrorStatusRemoved,
        ResponseBodyRemoved, ResponseMediaTypeRemoved, HeaderRemoved, HeaderBecameOptional,
        SecurityAdded, SecurityAlternativeRemoved, SecurityScopeAdded, SecuritySchemeChanged,
    ];

    private static BreakRule Break(string name, Place place, string text, string before, string after, string legal) =>
        new(name, Direction.Operation, Gravity.Break, text, new(place, before, after, legal));

    private static BreakRule Warning(string name, Place place, string text, string before, string after, string legal) =>
        new(name, Direction.Operation, Gravity.Warning, text, new(place, before, after, legal));
}
