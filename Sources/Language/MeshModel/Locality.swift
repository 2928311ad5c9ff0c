package import Diagnostics
package import MeshNames

/// Where a cluster's nodes are.
package struct Locality: Sendable {
  package let region: Located<LocalityName>
  package let zone: Located<LocalityName>?
  package let subZone: Located<LocalityName>?

  init?(reading fields: inout MappingReader) {
    let region: Located<LocalityName>? = fields.required("region", help: "a zone is part of a region")
    zone = fields.optional("zone")
    subZone = fields.optional("subZone")
    guard let region else { return nil }
    self.region = region
  }

  /// The labels of nodes that Istio reads it from, the region's first.
  ///
  /// The first two are Kubernetes' own, which the clouds' controllers set; the third is Istio's (istio/istio,
  /// pilot/pkg/serviceregistry/kube/controller/util.go).
  package var nodeLabels: [(key: String, value: LocalityName)] {
    [
      ("topology.kubernetes.io/region", region), ("topology.kubernetes.io/zone", zone),
      ("topology.istio.io/subzone", subZone),
    ].compactMap { key, name in name.map { (key: key, value: $0.value) } }
  }
}
