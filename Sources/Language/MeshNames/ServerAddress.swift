/// The address of an API server: `https://api.east.example.com:6443`.
package struct ServerAddress: TextValue {
  package let scheme: String
  package let host: Host
  package let port: Int?
  /// What stands behind the port, beginning with `/`; empty for most servers.
  package let path: String

  /// The name by which pods reach the API server of their own cluster (kubernetes.io, "Accessing the Kubernetes API from a
  /// Pod").
  package static let ofOwnCluster = ServerAddress(
    scheme: "https", host: .name("kubernetes.default.svc"), port: nil, path: "")

  private init(scheme: String, host: Host, port: Int?, path: String) {
    (self.scheme, self.host, self.port, self.path) = (scheme, host, port, path)
  }

  package init(parsing text: String) throws(Misfit) {
    let expected = "a URL such as `https://api.east.example.com:6443`"
    guard let colon = text.range(of: "://"), !text[..<colon.lowerBound].isEmpty else {
      throw Misfit("is no URL", expected: expected, suggestion: Self.withScheme(text))
    }
    scheme = text[..<colon.lowerBound].lowercased()
    let rest = text[colon.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    path = rest.dropFirst(authority.count) == "/" ? "" : String(rest.dropFirst(authority.count))
    guard path.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F && $0 != "?" && $0 != "#" }) else {
      throw Misfit("has more than a scheme, a host, a port and a path", expected: expected)
    }
    (host, port) = try Self.hostAndPort(authority, expected: expected)
  }

  package var description: String { "\(scheme)://\(bracketedHost)\(port.map { ":\($0)" } ?? "")\(path)" }

  private var bracketedHost: String {
    if case .address(let address) = host, address.family == .v6 { return "[\(address)]" }
    return host.description
  }

  private static func hostAndPort(_ authority: Substring, expected: String) throws(Misfit) -> (Host, Int?) {
    guard !authority.contains("@") else { throw Misfit("has a user in it", expected: expected) }
    let hostEnd = authority.lastIndex(of: "]").map(authority.index(after:)) ?? authority.lastIndex(of: ":")
    let hostText = authority[..<(hostEnd ?? authority.endIndex)]
    let rest = authority[hostText.endIndex...]
    guard rest.isEmpty || rest.hasPrefix(":"), let host = host(hostText) else {
      throw Misfit("has no host that is a DNS name or an IP address", expected: expected)
    }
    guard !rest.isEmpty else { return (host, nil) }
    guard let port = Int(rest.dropFirst()), (1...65535).contains(port), rest.dropFirst() == "\(port)" else {
      throw Misfit("has no port between 1 and 65535", expected: expected)
    }
    return (host, port)
  }

  /// The host of an authority; an IPv6 address stands in brackets (RFC 3986, section 3.2.2).
  private static func host(_ text: Substring) -> Host? {
    guard text.hasPrefix("[") else { return text.contains(":") ? nil : try? Host(parsing: String(text)) }
    return try? .address(IPAddress(parsing: String(text.dropFirst().dropLast())))
  }

  private static func withScheme(_ text: String) -> String? {
    (try? ServerAddress(parsing: "https://\(text)")) == nil ? nil : "https://\(text)"
  }
}

extension StringProtocol {
  /// The first place where a text occurs in this one.
  fileprivate func range(of wanted: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(wanted) { return start..<index(start, offsetBy: wanted.count) }
      start = index(after: start)
    }
    return nil
  }
}
