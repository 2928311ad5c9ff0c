package import MeshNames
package import YAMLWriting

/// An object of a plan, or a release of a chart, that takes Istio's own values, where in it, and what it takes.
package struct ValuesSlot: Sendable {
  package let cluster: ClusterName
  package let kind: String
  package let name: String
  /// Where in the object: `["spec", "values"]`.
  package let path: [String]
  /// Values that it does not know go to another object, or to none.
  package let shape: ValueShape
  /// The key whose values stand beside the others, as charts have them: `ztunnel`.
  package let flattened: String?
  /// What is not for the topology's authors to say here, because they say it elsewhere.
  package let derived: [DerivedValue]

  package init(
    _ cluster: ClusterName, _ kind: String, _ name: String, at path: [String], shape: ValueShape,
    flattening flattened: String? = nil, derived: [DerivedValue]
  ) {
    self.cluster = cluster
    self.kind = kind
    self.name = name
    self.path = path
    self.shape = shape
    self.flattened = flattened
    self.derived = derived
  }

  /// One for a release of a chart, whose values are all that there is of it.
  package init(
    of release: ChartRelease, shape: ValueShape, flattening flattened: String? = nil, derived: [DerivedValue]
  ) {
    self.init(
      release.cluster, Self.releaseKind, release.name, at: [], shape: shape, flattening: flattened, derived: derived)
  }

  /// No Kubernetes object is of this kind: it has a space in it.
  static let releaseKind = "chart release"

  /// Where in the object a value of the topology ends.
  func place(of value: [String]) -> [String] { path + (value.first == flattened ? Array(value.dropFirst()) : value) }

  /// Values of the topology as the object has them.
  func placing(_ values: YAMLValue) -> YAMLValue {
    guard let flattened, let inner = values[flattened], case .mapping(let all) = values else {
      return YAMLValue(values, at: path)
    }
    return YAMLValue(YAMLValue.mapping(all.filter { $0.key != flattened }).merging(inner), at: path)
  }
}

extension ValuesSlot {
  /// The lists of some values that join what follows from the topology, with where in the object they end.
  func sets(in values: YAMLValue) -> [(path: [String], items: [YAMLValue])] {
    shape.sets(in: values, at: []).map { (place(of: $0.path), $0.items) }
  }
}

extension ValueShape {
  fileprivate func sets(in value: YAMLValue, at path: [String]) -> [(path: [String], items: [YAMLValue])] {
    switch (self, value) {
    case (.set, .sequence(let items)): [(path, items)]
    case (.fields(let fields), .mapping(let entries)):
      entries.flatMap { entry in fields[entry.key]?.sets(in: entry.value, at: path + [entry.key]) ?? [] }
    default: []
    }
  }

  /// Whether a place takes a list whose items join others.
  func isSet(at path: some Collection<String>) -> Bool {
    guard let key = path.first else {
      guard case .set = self else { return false }
      return true
    }
    guard case .fields(let fields) = self else { return false }
    return fields[key]?.isSet(at: path.dropFirst()) ?? false
  }
}

/// A value of an object that follows from the topology.
package struct DerivedValue: Sendable {
  /// Where in the object: `["spec", "values", "global", "network"]`.
  package let path: [String]
  /// The value; `nil` for what may not be there at all.
  package let value: YAMLValue?
  package let origin: Origin

  /// What in a topology a value follows from.
  package enum Origin: Sendable {
    case cluster, network, mesh, trustDomain, clusterDomain, remotes, primary, gatewayAddress, dataPlane, version,
      namespace
    case updateStrategy, revision, mode, rotation
  }

  package init(_ path: [String], _ value: YAMLValue?, from origin: Origin) {
    self.path = path
    self.value = value
    self.origin = origin
  }
}
