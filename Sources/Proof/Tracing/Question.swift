/// What is asked: whether requests from one cluster reach a service in others.
package struct Question: Sendable, Equatable {
  /// The cluster of the client.
  package let client: String
  /// The namespace of the client; that of the service where nobody says it.
  package let clientNamespace: String?
  package let service: ServiceReference
  /// The cluster whose pods are meant; `nil` for those of every cluster.
  package let server: String?

  package init(client: String, clientNamespace: String? = nil, service: ServiceReference, server: String? = nil) {
    self.client = client
    self.clientNamespace = clientNamespace
    self.service = service
    self.server = server
  }
}

/// A service by its name and namespace, and a port of it.
package struct ServiceReference: Sendable, Equatable {
  package let name: String
  package let namespace: String
  package let port: Int?

  package init(_ name: String, in namespace: String, port: Int? = nil) {
    self.name = name
    self.namespace = namespace
    self.port = port
  }

  package var inWords: String { "\(name).\(namespace)" }

  func host(in domain: String) -> String { "\(name).\(namespace).svc.\(domain)" }
}

extension Question {
  /// Reads `CLUSTER` or `CLUSTER/NAMESPACE/WORKLOAD`, and `SERVICE.NAMESPACE[:PORT][@CLUSTER]`.
  ///
  /// - Throws: What is wrong with either, in a sentence.
  package init(from client: String, to service: String) throws(MalformedQuestion) {
    let parts = client.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard [1, 2, 3].contains(parts.count), !parts.contains("") else {
      throw MalformedQuestion("`\(client)` is no client: write `CLUSTER` or `CLUSTER/NAMESPACE/WORKLOAD`")
    }
    let ends = service.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    let halves = ends[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let names = halves[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let port = halves.count == 2 ? Int(halves[1]) : nil
    guard names.count == 2, !names.contains(""), ends.count <= 2, ends.last != "", halves.count <= 2,
      halves.count == 1 || port.map((1...65535).contains) ?? false
    else {
      throw MalformedQuestion("`\(service)` is no service: write `SERVICE.NAMESPACE`, `:PORT` and `@CLUSTER` behind it")
    }
    // People write the rest of a full name, too.
    let namespace = names[1].split(separator: ".").first.map(String.init) ?? names[1]
    self.init(
      client: parts[0], clientNamespace: parts.count > 1 ? parts[1] : nil,
      service: ServiceReference(names[0], in: namespace, port: port), server: ends.count == 2 ? ends[1] : nil)
  }
}

/// Why something is no question.
package struct MalformedQuestion: Error {
  package let message: String

  init(_ message: String) { self.message = message }
}
