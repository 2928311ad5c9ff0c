package import MeshNames
package import YAMLWriting

/// An object of a plan that takes Istio's own values, where in it, and what it takes.
package struct ValuesSlot: Sendable {
  package let cluster: ClusterName
  package let kind: String
  package let name: String
  /// Where in the object: `["spec", "values"]`.
  package let path: [String]
  /// Values that it does not know go to another object, or to none.
  package let shape: ValueShape
  /// What is not for the topology's authors to say here, because they say it elsewhere.
  package let derived: [DerivedValue]

  package init(
    _ cluster: ClusterName, _ kind: String, _ name: String, at path: [String], shape: ValueShape,
    derived: [DerivedValue]
  ) {
    self.cluster = cluster
    self.kind = kind
    self.name = name
    self.path = path
    self.shape = shape
    self.derived = derived
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
    case cluster, network, mesh, trustDomain, remotes, primary, gatewayAddress, dataPlane, version, namespace
    case updateStrategy, revision, mode
  }

  package init(_ path: [String], _ value: YAMLValue?, from origin: Origin) {
    self.path = path
    self.value = value
    self.origin = origin
  }
}
