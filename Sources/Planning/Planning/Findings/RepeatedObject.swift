package import Diagnostics
internal import Manifests
package import MeshModel
internal import MeshNames

extension FindingCode {
  static let repeatedObject = FindingCode(
    347, "repeated-object", .error,
    Explanation(
      meaning: "Two parts of the topology come to one object of a cluster, of which there can be only one.",
      harm: """
        An object has one file, and Kubernetes has one object of a name: the second would take the first one's place, \
        whichever that is. Most often a name that is made of others is the same twice.
        """,
      wrong: .replicated(services("reviews-global")),
      right: .replicated(services("reviews-of-all"))))

  /// A service that is imported, whose rule is called `reviews-global`, and one of another name with a rule of its own.
  private static func services(_ name: String) -> String {
    """
    services:
      - name: reviews
        namespace: shop
        clusters: [cluster2]
        ports: [{name: http, number: 9080, protocol: http}]
        global: {importedBy: [cluster1]}
      - name: \(name)
        namespace: shop
        clusters: [cluster1]
        ports: [{name: http, number: 9080, protocol: http}]
        subsets: [{name: v1, labels: {version: v1}}]
    """
  }
}

extension Plan {
  /// Reports objects that would have one file.
  ///
  /// - Parameters:
  ///   - topology: The topology that the plan is of.
  ///   - log: Takes what is wrong.
  package func reportRepeatedObjects(of topology: Topology, into log: inout FindingLog) {
    var known: Set<ObjectPlace> = []
    for step in steps {
      for resource in step.resources {
        let place = ObjectPlace(
          cluster: step.cluster, phase: step.phase, kind: resource.kind, namespace: resource.namespace,
          name: resource.name)
        guard !known.insert(place).inserted, let name = topology.name else { continue }
        log.reportOnce(
          Finding(
            .repeatedObject,
            "the plan has \(resource.kind) `\(resource.name)`"
              + "\(resource.namespace.map { " of `\($0)`" } ?? "") twice in \(step.cluster.map { "`\($0)`" } ?? "the mesh")",
            at: name.range, help: "look for two parts of the topology that ask for it, and keep one"))
      }
    }
  }
}

private struct ObjectPlace: Hashable {
  let cluster: ClusterName?
  let phase: Phase
  let kind: String
  let namespace: NamespaceName?
  let name: String
}
