internal import ManualDiscovery
internal import MeshNames
internal import Planning

/// Asks the proxies of a mesh's members whether they know services by the gateways of peers.
///
/// What federation knows of a service are its own egress gateways, at the same port; those do not count.
struct Reach {
  let mesh: DiscoveryMesh
  let hosts: [String]

  var command: Command {
    let start = "federation=$(\(federation.shellLine)) || exit 1\nfederation=${federation:-none}"
    return Command(["sh", "-c", ([start] + mesh.members.map(script)).joined(separator: "\n")])
  }

  private func script(in member: NamespaceName) -> String {
    """
    pods=$(\(pods(in: member).shellLine)) || exit 1
    for pod in $pods; do
      known=$(\(mesh.kubectl(in: member, "exec").shellLine) "$pod" --container=istio-proxy -- pilot-agent request GET clusters)
      for host in \(hosts.joined(separator: " ")); do
        printf '%s\\n' "$known" | grep -F "||$host::" | grep -F ":\(ManualDiscovery.gatewayPort)::health_flags::healthy" \\
          | grep -qvF "$federation" || { echo "$pod in \(member) does not reach $host"; exit 1; }
      done
    done
    """
  }

  /// Pods that have a proxy, by the label that the injector gives them, and run.
  private func pods(in member: NamespaceName) -> Command {
    mesh.kubectl(
      in: member, "get", "pods", "--selector=security.istio.io/tlsMode=istio", "--field-selector=status.phase=Running",
      "--output=name")
  }

  /// The addresses of federation's gateways, a line each.
  private var federation: Command {
    mesh.kubectl(
      in: mesh.namespace, "get", "endpoints", "--selector=federation.maistra.io/egress-for",
      #"--output=jsonpath={range .items[*].subsets[*].addresses[*]}{.ip}:\#(ManualDiscovery.gatewayPort)::{"\n"}{end}"#)
  }
}
