package import YAMLWriting

/// One object in one cluster, as a document, wherever it was read.
package struct ClusterObject: Sendable {
  package let id: ID
  /// The folder of its phase: `40-control-plane`; `helm` for the values of a chart, or another folder of files.
  package let phase: String
  package let document: YAMLValue

  /// What makes it this object and no other.
  package struct ID: Hashable, Sendable {
    package var cluster: String
    /// The API group, without the version: that may change.
    package let group: String
    package let kind: String
    package let namespace: String
    package let name: String
  }

  /// An object as an API server takes it.
  ///
  /// - Returns: `nil` where the document is none.
  package init?(_ document: YAMLValue, in cluster: String, phase: String) {
    guard let kind = document["kind"]?.text, let name = document[path: ["metadata", "name"]]?.text else { return nil }
    let version = document["apiVersion"]?.text ?? ""
    self.init(
      ID(
        cluster: cluster, group: version.contains("/") ? String(version.prefix { $0 != "/" }) : "", kind: kind,
        namespace: document[path: ["metadata", "namespace"]]?.text ?? "", name: name), phase: phase, document)
  }

  /// A file of values, which no API server takes.
  package init(file name: String, _ document: YAMLValue, in cluster: String, folder: String) {
    self.init(ID(cluster: cluster, group: "", kind: "Values", namespace: "", name: name), phase: folder, document)
  }

  private init(_ id: ID, phase: String, _ document: YAMLValue) {
    self.id = id
    self.phase = phase
    self.document = document
  }

  func inCluster(_ name: String) -> ClusterObject {
    var id = id
    id.cluster = name
    return ClusterObject(id, phase: phase, document)
  }
}

extension YAMLValue {
  /// A single value as text, whatever its type: files do not tell `"3"` from `3`.
  package var text: String? {
    switch self {
    case .string(let text), .decimal(let text): text
    case .integer(let number): String(number)
    case .boolean(let boolean): String(boolean)
    case .null: nil
    case .sequence, .mapping: nil
    }
  }

  /// The single values in it, by paths.
  ///
  /// Items of a list are told by what names them, where that is unique, else by position; a list of texts is one value, in
  /// an order of its own where order says nothing.
  ///
  /// - Parameter path: Where the value stands.
  /// - Returns: The values.
  func fields(at path: FieldPath = FieldPath()) -> [FieldPath: String] {
    var fields: [FieldPath: String] = [:]
    collect(at: path, into: &fields)
    return fields
  }

  private func collect(at path: FieldPath, into fields: inout [FieldPath: String]) {
    switch self {
    case .mapping(let entries):
      if entries.isEmpty, !path.keys.isEmpty { fields[path] = "{}" }
      for entry in entries { entry.value.collect(at: path.key(entry.key), into: &fields) }
    case .sequence(let items):
      if items.allSatisfy({ $0.text != nil }) {
        let texts = items.compactMap(\.text)
        let isOrdered = ["args", "command", "ipFamilies"].contains(path.keys.last)
        fields[path] = (isOrdered ? texts : texts.sorted()).joined(separator: ", ")
        return
      }
      let names = items.map(\.itemName)
      let areUnique = !names.contains(nil) && Set(names).count == names.count
      for (index, item) in items.enumerated() {
        item.collect(at: path.key("[\(areUnique ? names[index] ?? "" : String(index))]"), into: &fields)
      }
    default: fields[path] = text ?? "null"
    }
  }

  /// What names an item of a list.
  private var itemName: String? {
    for path in [["name"], ["address"], ["from"], ["host"], ["secret", "name"]] {
      if let name = self[path: path]?.text { return name }
    }
    return nil
  }
}

/// The place of a field in an object: `spec.template.spec.containers[istio-proxy].image`.
package struct FieldPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  private(set) var keys: [String] = []

  init(_ keys: [String] = []) { self.keys = keys }

  func key(_ key: String) -> FieldPath { FieldPath(keys + [key]) }

  package var description: String {
    keys.reduce(into: "") { text, key in text += text.isEmpty || key.hasPrefix("[") ? key : ".\(key)" }
  }

  func starts(with prefix: String...) -> Bool { keys.starts(with: prefix) }

  /// What is behind some keys; `nil` where it does not begin with them.
  func behind(_ prefix: String...) -> FieldPath? {
    keys.starts(with: prefix) ? FieldPath(Array(keys.dropFirst(prefix.count))) : nil
  }

  package static func < (left: FieldPath, right: FieldPath) -> Bool { left.description < right.description }
}
