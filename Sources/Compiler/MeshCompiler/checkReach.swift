internal import AppliedMesh
internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import Planning
internal import Tracing

/// Requests reach every cluster of the mesh from every other, by the objects that the plan makes, whatever values and
/// patches have made of them.
///
/// What a finding has said already is not said twice: services that stay at home, say, or namespaces that nobody watches.
/// Of systems whose paths are not followed, nothing is said.
func checkReach(_ plan: Plan, _ topology: Topology, _ log: inout FindingLog) {
  guard topology.clusters.count > 1, topology.meshes.isEmpty,
    topology.values != nil || !topology.patches.isEmpty || topology.hasOwnValues,
    !log.findings.contains(where: { $0.severity != .note && $0.code.isAboutReach })
  else { return }
  let tracer = Tracer(AppliedMesh(of: plan))
  for pair in tracer.reachability().failures(most: 1).pairs where pair.disposition != .insufficientInformation {
    let question = Question(client: pair.from, service: tracer.commonService, server: pair.to)
    guard let broken = tracer.trace(question).paths.first?.links.last, broken.state == .broken else { continue }
    let places = [pair.from, pair.to].map { name in topology.clusters.first { $0.name.map { "\($0.value)" } == name } }
    log.report(.brokenPromise(from: places[0], to: places[1], broken))
  }
}

extension Topology {
  /// Whether a cluster has Istio's own values of its own.
  fileprivate var hasOwnValues: Bool { clusters.contains { $0.values != nil } }
}

extension FindingCode {
  /// Whether a kind of finding says that something does not reach something.
  fileprivate var isAboutReach: Bool {
    [
      "kept-at-home", "hidden-namespace", "plaintext-across-networks", "exported-services-only", "unknown-release",
      "local-services",
    ].contains(slug)
  }

  static let brokenPromise = FindingCode(
    472, "broken-promise", .error,
    restsOn: ["distribution", "controlPlane", "networks", "clusters", "mesh", "values", "patches"],
    Explanation(
      meaning: "With Istio's own values, or with patches, requests from one cluster no longer arrive in another.",
      harm: """
        The paths between all clusters are followed through the objects that would be written, link by link, as istiod and \
        the proxies take them. One link is broken: `meshgen trace` shows all of them, and what a client would see.
        """,
      sources: ["istio/istio@1.30.3 pilot/pkg/xds/endpoints/ep_filters.go"],
      wrong: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - name: cluster2
            network: network2
            primary: cluster1
            apiServer: https://api.two.example.com:6443
            gateway: {namespace: edge}
        values: {pilot: {env: {PILOT_SCOPE_GATEWAY_TO_NAMESPACE: "true"}}}
        """,
      right: """
        controlPlane: {mode: primary-remote}
        clusters:
          - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443", gateway: {address: 192.0.2.1}}
          - name: cluster2
            network: network2
            primary: cluster1
            apiServer: https://api.two.example.com:6443
        values: {pilot: {env: {PILOT_SCOPE_GATEWAY_TO_NAMESPACE: "true"}}}
        """))
}

extension Finding {
  fileprivate static func brokenPromise(from client: Cluster?, to server: Cluster?, _ link: Link) -> Finding {
    let names = [client, server].map { $0?.inWords ?? "a cluster" }
    return Finding(
      .brokenPromise, "requests from \(names[0]) to \(names[1]) fail: \(link.finding)",
      at: server?.place ?? SourceRange(at: 0),
      notes: client.map { [Annotation($0.place, "the client's cluster")] } ?? [],
      help: link.remedy.map { "\($0); `meshgen trace` shows the whole way" })
  }
}
