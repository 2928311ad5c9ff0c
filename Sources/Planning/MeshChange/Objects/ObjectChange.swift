internal import YAMLWriting

/// What is another about an object.
package struct ObjectChange: Sendable {
  package let object: ClusterObject
  package let change: Change
  /// The fields that differ, by their paths; none of an object that comes or goes.
  package let fields: [Field]

  package enum Change: String, Sendable {
    case add, remove, replace, update
  }

  package struct Field: Equatable, Sendable {
    package let path: FieldPath
    package let before: String?
    package let after: String?
  }
}

/// What differs between the objects of both sides, by cluster, phase and name.
func objectChanges(from old: [ClusterObject], to new: [ClusterObject]) -> [ObjectChange] {
  let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
  let after = Set(new.map(\.id))
  let changed = new.compactMap { object -> ObjectChange? in
    guard let known = before[object.id] else { return ObjectChange(object: object, change: .add, fields: []) }
    guard known.document != object.document else { return nil }
    let fields = fieldChanges(from: known.document, to: object.document)
    guard !fields.isEmpty else { return nil }
    let isReplaced = fields.contains { isImmutable($0, of: object) }
    return ObjectChange(object: object, change: isReplaced ? .replace : .update, fields: fields)
  }
  let removed = old.filter { !after.contains($0.id) }.map { ObjectChange(object: $0, change: .remove, fields: []) }
  return (changed + removed).map { (order: $0.object.order, change: $0) }.sorted { $0.order < $1.order }.map(\.change)
}

extension ClusterObject {
  /// Where it stands among others; each part ends in what comes before every letter.
  fileprivate var order: String { [id.cluster, phase, id.kind, id.namespace, id.name].joined(separator: "\u{0}") }
}

extension ObjectChange {
  /// The change the other way round.
  var reversed: ObjectChange {
    let opposite: Change =
      switch change {
      case .add: .remove
      case .remove: .add
      case .replace, .update: change
      }
    return ObjectChange(
      object: object, change: opposite,
      fields: fields.map { Field(path: $0.path, before: $0.after, after: $0.before) })
  }
}

private func fieldChanges(from old: YAMLValue, to new: YAMLValue) -> [ObjectChange.Field] {
  var fields: [ObjectChange.Field] = []
  collectChanges(from: old, to: new, at: FieldPath(), into: &fields)
  return fields.map { (order: $0.path.description, field: $0) }.sorted { $0.order < $1.order }.map(\.field)
}

/// Adds the single values that differ; what is equal is not looked at any closer.
private func collectChanges(
  from old: YAMLValue, to new: YAMLValue, at path: FieldPath, into fields: inout [ObjectChange.Field]
) {
  guard old != new else { return }
  if case .mapping(let before) = old, case .mapping(let after) = new, !before.isEmpty, !after.isEmpty {
    let known = Dictionary(before.map { ($0.key, $0.value) }) { first, _ in first }
    let keys = Set(after.map(\.key))
    for entry in after {
      if let value = known[entry.key] {
        collectChanges(from: value, to: entry.value, at: path.key(entry.key), into: &fields)
      } else {
        for (path, value) in entry.value.fields(at: path.key(entry.key)) {
          fields.append(.init(path: path, before: nil, after: value))
        }
      }
    }
    for entry in before where !keys.contains(entry.key) {
      for (path, value) in entry.value.fields(at: path.key(entry.key)) {
        fields.append(.init(path: path, before: value, after: nil))
      }
    }
    return
  }
  let (before, after) = (old.fields(at: path), new.fields(at: path))
  for path in Set(before.keys).union(after.keys) where before[path] != after[path] {
    fields.append(.init(path: path, before: before[path], after: after[path]))
  }
}

/// Whether Kubernetes, or the operator's own rules, refuse another value.
///
/// A field that comes where there was none counts for a change of it: defaults fill such fields in.
func isImmutable(_ field: ObjectChange.Field, of object: ClusterObject) -> Bool {
  let path = field.path
  switch object.id.kind {
  case "Deployment", "DaemonSet": return path.starts(with: "spec", "selector")
  case "StatefulSet":
    return path.starts(with: "spec", "selector") || path.starts(with: "spec", "serviceName")
      || path.starts(with: "spec", "volumeClaimTemplates")
  case "Service":
    return path.starts(with: "spec", "clusterIP") && field.before != nil
      || path.starts(with: "spec", "loadBalancerClass")
  case "Istio", "IstioCNI": return path.starts(with: "spec", "namespace")
  case "ClusterRoleBinding", "RoleBinding": return path.starts(with: "roleRef")
  case "Secret": return path.starts(with: "type")
  case "Job": return path.starts(with: "spec")
  default: return false
  }
}
