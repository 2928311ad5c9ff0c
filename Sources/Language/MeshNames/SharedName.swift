/// All services of a namespace, or one of them: `shop`, `payments.shop`.
package struct SharedName: TextValue {
  package let namespace: NamespaceName
  /// `nil` for all services of the namespace.
  package let service: ServiceName?

  package init(parsing text: String) throws(Misfit) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let last = parts.last else {
      throw Misfit("has \(parts.count) parts", expected: "a namespace, `shop`, or a service in it, `payments.shop`")
    }
    let first = parts[0] == "*" ? nil : parts[0]
    service = parts.count == 2 ? try first.map { name throws(Misfit) in try ServiceName(parsing: name) } : nil
    namespace = try NamespaceName(parsing: last)
  }

  package var description: String { service.map { "\($0).\(namespace)" } ?? "\(namespace)" }

  /// The name as a host of Istio's, which may be a pattern.
  package func host(in domain: ClusterDomain) -> String {
    domain.host(service.map { "\($0)" } ?? "*", in: namespace)
  }
}
