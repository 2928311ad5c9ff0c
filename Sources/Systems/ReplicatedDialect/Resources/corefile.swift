internal import Diagnostics
internal import LegacyIstio
internal import MeshModel
internal import MeshNames

/// The configuration of CoreDNS, in the syntax of its version.
extension LegacyCluster {
  private var dnsVersion: Version { cluster.dns?.version?.value ?? Version(1, 0, 0) }

  /// `proxy` is gone with 1.5; `forward` is documented from 1.4 on (istio/istio.io#4715).
  private var forwards: Bool { dnsVersion >= Version(1, 4, 0) }

  /// The whole of it, for a cluster that has none.
  ///
  /// `upstream` does nothing from 1.5 on, and from 1.7 on nothing starts with it; `ready` is what newer Deployments ask
  /// for (coredns/coredns#3412); `loop` is there from 1.2.1 on.
  var corefile: String {
    let plugins: [String?] = [
      "errors",
      "health",
      dnsVersion >= Version(1, 5, 0) ? "ready" : nil,
      "kubernetes \(topology.mesh.clusterDomain) in-addr.arpa ip6.arpa {",
      "   pods insecure",
      dnsVersion < Version(1, 5, 0) ? "   upstream" : nil,
      "   fallthrough in-addr.arpa ip6.arpa",
      "}",
      "prometheus :9153",
      forwards ? "forward . /etc/resolv.conf" : "proxy . /etc/resolv.conf",
      "cache 30",
      dnsVersion >= Version(1, 2, 1) ? "loop" : nil,
      "reload",
      "loadbalance",
    ]
    return ".:53 {\n" + plugins.compactMap { $0 }.map { "    \($0)\n" }.joined() + "}\n" + domainBlock
  }

  /// The block for `.global` names.
  var domainBlock: String {
    """
    global:53 {
        errors
        cache 30
        \(forwards ? "forward . \(nameServerAddress):53" : "proxy . \(nameServerAddress)")
    }

    """
  }
}
