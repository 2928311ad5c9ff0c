/// The same change of one object in several clusters.
struct ObjectRow {
  let change: ObjectChange
  let clusters: [String]

  /// The fields that differ, the values of those that are the same in all clusters.
  private let fields: [ObjectChange.Field]

  private init(_ changes: [ObjectChange], like first: ObjectChange) {
    change = first
    clusters = Set(changes.map(\.object.id.cluster)).sorted()
    fields = first.fields.indices.map { index in
      let field = first.fields[index]
      let isSame = changes.allSatisfy { $0.fields[index] == field }
      return isSame ? field : ObjectChange.Field(path: field.path, before: nil, after: nil)
    }
  }

  /// The rows, by phase and kind, the same over all clusters once.
  static func rows(of changes: [ObjectChange]) -> [ObjectRow] {
    let groups = Dictionary(grouping: changes.enumerated().map { (index: $0.offset, change: $0.element) }) {
      Key($0.change)
    }
    return groups.values.compactMap { group -> (index: Int, row: ObjectRow)? in
      group.min { $0.index < $1.index }.map { ($0.index, ObjectRow(group.map(\.change), like: $0.change)) }
    }
    .sorted { ($0.row.change.object.phase, $0.index) < ($1.row.change.object.phase, $1.index) }.map(\.row)
  }

  /// The mark that reviewers of plans know.
  var mark: String {
    switch change.change {
    case .add: "+"
    case .remove: "-"
    case .update: "~"
    case .replace: "-/+"
    }
  }

  var name: String {
    let id = change.object.id
    return "\(change.object.phase)  \(id.kind) \(id.namespace.isEmpty ? "" : "\(id.namespace)/")\(id.name)"
  }

  /// The clusters in words: their names where they are few.
  var scope: String { clusters.count > 3 ? "\(clusters.count) clusters" : clusters.joined(separator: ", ") }

  /// The fields, each with its values where they are the same in all clusters.
  func lines(most: Int) -> [String] {
    let shown = fields.prefix(most).map { field in
      field.before == nil && field.after == nil
        ? "\(field.path): differs by cluster"
        : "\(field.path): \(shortened(field.before ?? "(none)")) -> \(shortened(field.after ?? "(none)"))"
    }
    let rest = fields.count - shown.count
    return shown + (rest > 0 ? ["and \(rest) more fields"] : [])
  }

  /// What has to be the same in two clusters.
  private struct Key: Hashable {
    let phase: String
    let kind: String
    let namespace: String
    let name: String
    let change: ObjectChange.Change
    let paths: [FieldPath]

    init(_ change: ObjectChange) {
      phase = change.object.phase
      (kind, namespace, name) = (change.object.id.kind, change.object.id.namespace, change.object.id.name)
      self.change = change.change
      paths = change.fields.map(\.path)
    }
  }
}
