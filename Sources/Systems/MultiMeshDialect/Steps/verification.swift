internal import Istio
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import Planning
internal import SailOperator
internal import YAMLWriting

extension InstalledMesh {
  /// What the operator says of its objects, what the gateway knows, and whether clients know where peers' services are.
  var verification: PlannedVerification {
    let checks =
      [isHealthy("the control plane", istio), isHealthy("the CNI plug-in", "istiocnis.sailoperator.io/default")]
      + peers.enumerated().map { rootCheck(of: $1, at: $0) } + (exposed.isEmpty ? [] : [gatewayCheck])
      + mesh.members.flatMap { member in imported.map { endpointCheck(of: $0, in: member) } }
    let document: YAMLValue = [
      "cluster": "\(cluster.name)",
      "status": .sequence(checks.map(\.value)),
      "logs": .sequence(logs.map { .strings($0.words) }),
    ]
    return PlannedVerification(
      cluster: cluster.name, resources: [], checks: checks,
      files: [PlannedFile(["status.json"], .json(document))])
  }

  /// What to read when peers' services do not answer.
  private var logs: [Command] {
    [kubectl("logs", "deployment/\(options.sail.istio.istiodName)")]
      + (exposed.isEmpty ? [] : [gatewayCommand("logs", "deployment/\(ManualDiscovery.gatewayWorkload)")])
  }

  private func isHealthy(_ what: String, _ object: String) -> PlannedVerification.Check {
    .init(
      "the operator finds nothing wrong with \(what)",
      clusterCommand("get", object, "--output=jsonpath={.status.state}"),
      answers: ["Healthy"])
  }

  /// A root that the peer has replaced would not be known here.
  private func rootCheck(of peer: DiscoveryMesh, at index: Int) -> PlannedVerification.Check {
    let live = peer.kubectl(
      in: peer.namespace, "get", "configmap", "istio-ca-root-cert", #"--output=jsonpath={.data.root-cert\.pem}"#)
    let known = clusterCommand(
      "get", istio, "--output=jsonpath={.spec.values.meshConfig.caCertificates[\(index)].pem}")
    let script = "test \"$(\(live.shellLine))\" = \"$(\(known.shellLine))\" && echo equal"
    return .init(
      "\(mesh.name) knows the root certificate of \(peer.name)", Command(["sh", "-c", script]), answers: ["equal"])
  }

  /// The gateway has a filter for each name that TLS may ask for; it begins with the port and ends in the host.
  private var gatewayCheck: PlannedVerification.Check {
    .init(
      "the gateway lets peers in to what they take",
      Command([
        "istioctl", "proxy-config", "listeners", "--context=\(context)", "--istioNamespace=\(mesh.namespace)",
        "deployment/\(ManualDiscovery.gatewayWorkload).\(ManualDiscovery.gatewayNamespace)",
        "--port=\(ManualDiscovery.gatewayPort)", "--output=json",
      ]), answers: Set(exposed.flatMap(\.hosts)).sorted().map { "_._.\($0)" })
  }

  /// The endpoint of a peer's service is the gateway; a member without a pod has nobody who could be asked.
  private func endpointCheck(of service: ImportedService, in member: NamespaceName) -> PlannedVerification.Check {
    let pods = Command.kubectl(
      in: context, "--namespace", member.description, "get", "pods", "--selector=security.istio.io/tlsMode=istio",
      "--field-selector=status.phase=Running", "--output=name")
    let endpoints = [
      "istioctl", "proxy-config", "endpoints", "--context=\(context)", "--istioNamespace=\(mesh.namespace)",
      "--namespace=\(member)",
    ].map(Command.quoted).joined(separator: " ")
    let script = """
      pod=$(\(pods.shellLine) | head -n 1)
      test -n "$pod" || exit 1
      \(endpoints) "$pod" | grep -F '||\(service.host)'
      """
    return .init(
      "clients in \(member) know where \(service.host) is", Command(["sh", "-c", script]),
      answers: [":\(ManualDiscovery.gatewayPort)", "HEALTHY"])
  }
}

extension PlannedVerification.Check {
  /// The same for programs.
  fileprivate var value: YAMLValue {
    ["description": .string(description), "expected": .strings(answers), "command": .strings(command.words)]
  }
}
