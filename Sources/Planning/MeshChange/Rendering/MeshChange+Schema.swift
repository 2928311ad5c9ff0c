package import YAMLWriting

extension MeshChange {
  /// What the document of a change looks like, as JSON Schema (draft 2020-12).
  ///
  /// `schemas/change.schema.json` is this value. Fields are only ever added, so that others are no mistake.
  package static var schema: YAMLValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Change of a mesh of meshgen, version 1",
      "type": "object",
      "required": ["kind", "version", "effect", "summary", "changes", "objects", "steps", "wayBack"],
      "properties": [
        "kind": ["const": "Change"],
        "version": ["const": 1],
        "effect": effectSchema,
        "summary": text,
        "changes": ["type": "array", "items": ["$ref": "#/$defs/change"]],
        "objects": ["type": "array", "items": ["$ref": "#/$defs/object"]],
        "steps": ["type": "array", "items": ["$ref": "#/$defs/step"]],
        "reach": object([
          "gained": ["type": "array", "items": ["$ref": "#/$defs/pair"]],
          "lost": ["type": "array", "items": ["$ref": "#/$defs/pair"]],
          "changed": ["type": "array", "items": ["$ref": "#/$defs/pair"]],
        ]),
        "wayBack": object(["effect": effectSchema, "changes": ["type": "array", "items": ["$ref": "#/$defs/change"]]]),
      ],
      "$defs": [
        "pair": object(["from": text, "to": text, "before": text, "after": text]), "change": changeSchema,
        "place": placeSchema, "object": objectSchema, "step": stepSchema,
      ],
    ]
  }

  private static let text: YAMLValue = ["type": "string", "minLength": 1]
  private static let textOrNull: YAMLValue = ["oneOf": [["type": "null"], ["type": "string"]]]
  private static let texts: YAMLValue = ["type": "array", "items": ["type": "string"]]
  private static let effectSchema: YAMLValue = ["enum": .strings(Effect.allCases.map(\.rawValue))]

  /// A mapping that has these keys at least.
  private static func object(_ fields: KeyValuePairs<String, YAMLValue>) -> YAMLValue {
    [
      "type": "object", "required": .strings(fields.map(\.key)),
      "properties": .mapping(fields.map { YAMLValue.Entry($0.key, $0.value) }),
    ]
  }

  private static var changeSchema: YAMLValue {
    object([
      "code": ["type": "string", "pattern": "^MG8[0-9][0-9]$"], "slug": text, "effect": effectSchema, "what": text,
      "clusters": texts, "before": textOrNull, "after": textOrNull, "reason": text, "instead": text,
      "places": ["type": "array", "items": ["$ref": "#/$defs/place"], "maxItems": 2],
    ])
  }

  private static var placeSchema: YAMLValue {
    let position = object(["line": ["type": "integer", "minimum": 1], "column": ["type": "integer", "minimum": 1]])
    return object(["side": ["enum": ["before", "after"]], "file": text, "start": position, "end": position])
  }

  private static var objectSchema: YAMLValue {
    object([
      "cluster": text, "phase": text, "kind": text, "namespace": textOrNull, "name": text,
      "change": ["enum": ["add", "remove", "replace", "update"]],
      "fields": [
        "type": "array", "items": object(["path": text, "before": textOrNull, "after": textOrNull]),
      ],
    ])
  }

  private static var stepSchema: YAMLValue {
    object([
      "id": text, "cluster": textOrNull, "phase": text, "description": text,
      "action": ["enum": ["apply", "run", "certificates"]], "after": texts, "binds": texts, "uses": texts,
    ])
  }
}
