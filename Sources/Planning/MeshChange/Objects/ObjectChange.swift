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
  return (changed + removed).sorted { $0.object.order < $1.object.order }
}

extension ClusterObject {
  fileprivate var order: [String] { [id.cluster, phase, id.kind, id.namespace, id.name] }
}

extension [String] {
  fileprivate static func < (left: [String], right: [String]) -> Bool { left.lexicographicallyPrecedes(right) }
}

private func fieldChanges(from old: YAMLValue, to new: YAMLValue) -> [ObjectChange.Field] {
  let (before, after) = (old.fields, new.fields)
  return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    .map { ObjectChange.Field(path: $0, before: before[$0], after: after[$0]) }
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
