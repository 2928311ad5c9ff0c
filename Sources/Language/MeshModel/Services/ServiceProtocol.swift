package import MeshNames

/// What a service's port speaks, as Istio names it; capitals are of no account (istio/istio, pkg/config/protocol).
package enum ServiceProtocol: String, TextValue, CaseIterable {
  case http, https, http2, grpc, mongo, mysql, redis, tcp, tls, udp

  package init(parsing text: String) throws(Misfit) {
    guard let known = Self(rawValue: text.lowercased()) else {
      throw Misfit(
        "is no protocol that a service can have",
        expected: "one of \(Self.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
    }
    self = known
  }

  package var description: String { rawValue.uppercased() }
}
