package import Diagnostics
internal import Planning
package import YAMLWriting

extension MeshChange {
  /// The change for programs.
  ///
  /// Fields are only ever added; `version` counts what breaks.
  ///
  /// - Parameters:
  ///   - before: The old topology's text, where there is one.
  ///   - after: The new topology's text.
  ///   - steps: The steps as index.json has them.
  /// - Returns: The document.
  package func document(before: SourceText?, after: SourceText?, steps: [YAMLValue]) -> YAMLValue {
    .fields([
      "kind": "Change",
      "version": 1,
      "effect": .string(effect.rawValue),
      "summary": .string(summary),
      "changes": .sequence(changes.map { $0.value(before, after) }),
      "objects": .sequence(objects.map(\.value)),
      "steps": .sequence(steps),
      "wayBack": [
        "effect": .string((wayBack.map(\.effect).max() ?? .none).rawValue),
        "changes": .sequence(wayBack.map { $0.value(after, before) }),
      ],
      "reach": reach.map(\.value),
    ])
  }
}

extension ReachChange {
  fileprivate var value: YAMLValue {
    ["gained": pairs(gained), "lost": pairs(lost), "changed": pairs(changed)]
  }

  private func pairs(_ pairs: [Pair]) -> YAMLValue {
    .sequence(
      pairs.map { pair in
        [
          "from": .string(pair.from), "to": .string(pair.to), "before": .string(pair.before),
          "after": .string(pair.after),
        ]
      })
  }
}

extension Change {
  fileprivate func value(_ old: SourceText?, _ new: SourceText?) -> YAMLValue {
    .fields([
      "code": .string(kind.code.name),
      "slug": .string(kind.code.slug),
      "effect": .string(effect.rawValue),
      "what": .string(what),
      "clusters": .strings(clusters),
      "before": before.map { .string($0) } ?? .null,
      "after": after.map { .string($0) } ?? .null,
      "differsByCluster": differs ? .boolean(true) : nil,
      "reason": .string(kind.reason),
      "instead": .string(kind.advice),
      "accepted": acceptedBecause.map { .string($0) },
      "places": .sequence(
        [place(places.before, in: old, "before"), place(places.after, in: new, "after")].compactMap { $0 }),
    ])
  }

  private func place(_ range: SourceRange?, in text: SourceText?, _ side: String) -> YAMLValue? {
    guard let range, let text else { return nil }
    let (start, end) = (text.position(of: range.start), text.position(of: range.end))
    return [
      "side": .string(side), "file": .string(text.name),
      "start": ["line": .integer(start.line), "column": .integer(start.column)],
      "end": ["line": .integer(end.line), "column": .integer(end.column)],
    ]
  }
}

extension ObjectChange {
  fileprivate var value: YAMLValue {
    [
      "cluster": .string(object.id.cluster),
      "phase": .string(object.phase),
      "kind": .string(object.id.kind),
      "namespace": object.id.namespace.isEmpty ? .null : .string(object.id.namespace),
      "name": .string(object.id.name),
      "change": .string(change.rawValue),
      "fields": .sequence(
        fields.map { field in
          [
            "path": .string(field.path.description),
            "before": field.before.map { .string($0) } ?? .null,
            "after": field.after.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }
}
