internal import Diagnostics
package import YAMLReading

/// What all clusters share: `defaults`, which completes each cluster before it is read.
///
/// Reading and checking see whole clusters and know nothing of it; only messages have to know where a value stands.
package struct ClusterDefaults: Sendable {
  let range: SourceRange
  /// Where the defaults say what each cluster has of its own.
  let ownedByEach: [SourceRange]
  /// Where each of the completed clusters has its name.
  let clusters: [String: SourceRange]

  /// What messages call the defaults.
  var part: SharedPart { SharedPart(range: range, path: "defaults") }

  /// Completes the clusters of a document.
  ///
  /// - Parameters:
  ///   - root: The document's root; its clusters are whole afterwards.
  ///   - log: Takes keys that cannot be shared.
  /// - Returns: What was completed with; nothing where there are no defaults, or none that can be read.
  static func complete(_ root: inout Node.Mapping, into log: inout FindingLog) -> ClusterDefaults? {
    guard let written = root.value("clusters"), let items = written.itemsOrItself else { return nil }
    let shared = root.value("defaults")?.mappingOrNone ?? .init(entries: [], range: SourceRange(at: 0))
    let clusters = items.map { $0.namedMapping.map { .mapping($0.completed(by: shared)) } ?? $0 }
    root = root.replacing("clusters", by: .sequence(.init(items: clusters, range: written.range)))
    let owned = shared.keysOwnedByEach
    for (path, entry) in owned { log.report(.ownedByEach(path, at: entry.key.range)) }
    let names = items.compactMap { item -> (String, SourceRange)? in
      guard case .scalar(let name)? = item.namedMapping?.value("name") else { return nil }
      return (name.text, name.range)
    }
    return ClusterDefaults(
      range: shared.range, ownedByEach: owned.map { $0.entry.key.range.joined(with: $0.entry.value.range) },
      clusters: Dictionary(names) { first, _ in first })
  }
}

extension Node {
  /// The document of a topology with its clusters completed by `defaults`, which is left out.
  package var withWholeClusters: Node {
    guard case .mapping(var root) = self else { return self }
    var log = FindingLog()
    _ = ClusterDefaults.complete(&root, into: &log)
    return .mapping(Mapping(entries: root.entries.filter { $0.key.text != "defaults" }, range: root.range))
  }

  fileprivate var mappingOrNone: Mapping? {
    if case .mapping(let mapping) = self { mapping } else { nil }
  }
}

extension Node.Mapping {
  func value(_ key: String) -> Node? { entries.first { $0.key.text == key }?.value }

  fileprivate func replacing(_ key: String, by value: Node) -> Node.Mapping {
    Node.Mapping(
      entries: entries.map { $0.key.text == key ? Node.Entry(key: $0.key, value: value) : $0 }, range: range)
  }

  /// The entries that say what no two clusters can have in common.
  fileprivate var keysOwnedByEach: [(path: String, entry: Node.Entry)] {
    ownKeys.compactMap { path in
      var keys = path.split(separator: ".").map(String.init)
      guard let last = keys.popLast(), case .mapping(let mapping)? = node(at: keys) else { return nil }
      return mapping.entries.first { $0.key.text == last }.map { (path, $0) }
    }
  }
}

/// What no two clusters have in common.
private let ownKeys = [
  "name", "apiServer", "context", "location", "gateway.address", "gateway.service.loadBalancerIP",
  "gateway.service.externalIPs", "certificateAuthority.sealed",
]
