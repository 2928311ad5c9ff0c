internal import Diagnostics
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import Planning
internal import YAMLWriting

extension FederatedCluster {
  /// What the meshes say of themselves and of their peers; discovery may take five minutes.
  var verification: PlannedVerification {
    let federating = isFederating ? peerings : []
    let statuses = meshes.map(\.isReady) + federating.flatMap(\.statuses)
    let document: YAMLValue = [
      "cluster": "\(name)",
      "status": .sequence(statuses.map(\.value)),
      "logs": .sequence(federating.flatMap(\.logs)),
    ]
    return PlannedVerification(
      cluster: name, resources: [], checks: statuses.map(\.check) + peerings.map(\.rootCheck) + reachChecks,
      files: [PlannedFile(["status.json"], .json(document))])
  }
}

extension CheckedMesh {
  fileprivate var isReady: ExpectedStatus {
    ExpectedStatus(
      description: "all parts of \(name) are ready", mesh: self,
      object: .init(apiVersion: "maistra.io/v2", kind: "ServiceMeshControlPlane", name: name.description),
      field: #".status.conditions[?(@.type=="Ready")].reason"#, expected: ["ComponentsReady"])
  }
}

extension Peering {
  /// What only some peers have stands between what all have, so that another peer is added at another place.
  fileprivate var statuses: [ExpectedStatus] {
    connection.dropLast() + [sharing, taking].compactMap { $0 } + connection.suffix(1)
  }

  private var connection: [ExpectedStatus] {
    let active = ".status.discoveryStatus.active[*]"
    func status(_ description: String, _ field: String, _ expected: [String], never: [String] = []) -> ExpectedStatus {
      ExpectedStatus(
        description: description, mesh: mesh, object: .federation("ServiceMeshPeer", peer), field: field,
        expected: expected, never: never)
    }
    return [
      status("\(mesh.name) watches \(peer.name)", "\(active).watch.connected", ["true"], never: ["false"]),
      // Connected alone does not mean that services have come; the time of RFC 3339 ends in a Z.
      status("\(mesh.name) has seen all services of \(peer.name)", "\(active).watch.lastFullSync", ["Z"]),
      status("\(mesh.name) is watched by \(peer.name)", "\(active).remotes[*].connected", ["true"], never: ["false"]),
      status(
        "\(mesh.name) is not turned away by \(peer.name)",
        ".status.discoveryStatus.inactive[*].watch.lastDisconnectStatus", [], never: ["403", "503"]),
    ]
  }

  /// The exported names, as far as they do not depend on labels or on what else is in a namespace.
  private var sharing: ExpectedStatus? {
    let names = exported.compactMap(\.exportedName).map { "\($0).svc.\(peer.name)-exports.local" }
    guard !names.isEmpty else { return nil }
    return ExpectedStatus(
      description: "\(mesh.name) exports to \(peer.name) what it should", mesh: mesh,
      object: .federation("ExportedServiceSet", peer), field: ".status.exportedServices[*].exportedName",
      expected: names)
  }

  private var taking: ExpectedStatus? {
    guard let imported else { return nil }
    let names = imported.rules.compactMap { rule -> String? in
      guard let name = rule.localName, let namespace = rule.localNamespace else { return nil }
      let own = rule.domainSuffix ?? imported.domainSuffix
      let suffix = own.map { "\($0.value)" } ?? "svc.\(peer.name)-imports.local"
      return "\(name).\(namespace).\(rule.isImportedAsLocal ? mesh.clusterDomain.suffix : suffix)"
    }
    guard !names.isEmpty else { return nil }
    return ExpectedStatus(
      description: "\(mesh.name) imports from \(peer.name) what it should", mesh: mesh,
      object: .federation("ImportedServiceSet", peer), field: ".status.importedServices[*].localService.hostname",
      expected: names)
  }

  /// A root that the peer has replaced would not be known here.
  fileprivate var rootCheck: PlannedVerification.Check {
    func read(_ mesh: CheckedMesh, _ name: String) -> String {
      "\"$(\(mesh.kubectl("get", "configmap", name, #"--output=jsonpath={.data.root-cert\.pem}"#).shellLine))\""
    }
    let script = "test \(read(peer, "istio-ca-root-cert")) = \(read(mesh, rootName)) && echo equal"
    return .init(
      "\(mesh.name) knows the root certificate of \(peer.name)", Command(["sh", "-c", script]), answers: ["equal"])
  }

  /// What to read when the two are not connected.
  fileprivate var logs: [YAMLValue] {
    [
      mesh.kubectl("logs", "deployment/istiod-\(mesh.name)"), mesh.kubectl("logs", "deployment/\(egressName)"),
      peer.kubectl("logs", "deployment/\(remoteIngress.name)"),
    ].map { .strings($0.words) }
  }
}
