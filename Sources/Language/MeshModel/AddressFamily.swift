package import MeshNames

/// A family of IP addresses, as Kubernetes calls them.
package enum AddressFamily: String, TextValue, CaseIterable {
  case v4 = "IPv4"
  case v6 = "IPv6"

  package init(parsing text: String) throws(Misfit) {
    guard let family = Self(rawValue: text) else {
      throw Misfit("is no family of addresses", expected: "`IPv4` or `IPv6`")
    }
    self = family
  }

  /// The family of an address.
  init(of address: IPAddress) { self = address.family == .v4 ? .v4 : .v6 }

  package var description: String { rawValue }
}
