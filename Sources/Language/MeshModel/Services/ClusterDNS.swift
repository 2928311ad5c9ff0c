package import Diagnostics
package import MeshNames

/// The DNS server of a cluster, which must learn the names of other clusters' services.
package struct ClusterDNS: Sendable {
  package let server: Located<Server>?
  package let version: Located<Version>?
  /// The address of the Service that answers for these names.
  package let globalClusterIP: Located<IPAddress>?
  /// The place of the section's first key.
  package let place: SourceRange

  package enum Server: String, Choice {
    case kubeDNS = "kube-dns"
    case coreDNS = "coredns"
  }

  init(reading fields: inout MappingReader) {
    place = fields.firstPlace
    server = fields.required("server", help: "`kube-dns` or `coredns`")
    // kube-dns is told in the same way whatever its version is.
    version = server?.value == .kubeDNS ? nil : fields.optional("version")
    if server?.value == .coreDNS {
      fields.require("version", "the syntax of a Corefile depends on it: `version: 1.6.2`")
    }
    globalClusterIP = fields.optional("globalClusterIP")
  }
}
