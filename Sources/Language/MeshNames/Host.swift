/// What an address names: a DNS name or an IP address.
package enum Host: TextValue {
  case name(String)
  case address(IPAddress)

  package init(parsing text: String) throws(Misfit) {
    if let address = try? IPAddress(parsing: text) {
      self = .address(address)
      return
    }
    // A text of digits and dots alone is a mistyped address and not a name (RFC 1123, section 2.1).
    let isNumeric = text.split(separator: ".").last?.allSatisfy(\.isNumber) ?? true
    let name = text.hasSuffix(".") ? String(text.dropLast()) : text
    guard !isNumeric, (try? NameSyntax.subdomain.check(name.lowercased())) != nil else {
      throw Misfit(
        "is neither a DNS name nor an IP address", expected: "a name such as `gateway.example.com`, or an IP address")
    }
    self = .name(name.lowercased())
  }

  package var description: String {
    switch self {
    case .name(let name): name
    case .address(let address): address.description
    }
  }

  /// Whether it only ever means the machine itself (RFC 6761, section 6.3; RFC 6890).
  package var isLocal: Bool {
    switch self {
    case .name(let name): name == "localhost" || name.hasSuffix(".localhost") || name.hasPrefix("localhost.")
    case .address(let address): address.isLocal
    }
  }
}
