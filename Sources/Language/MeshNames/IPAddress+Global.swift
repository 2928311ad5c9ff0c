extension IPAddress {
  /// Whether the address is one of the internet's (IANA, Special-Purpose Address Registries, "Globally Reachable").
  package var isGlobal: Bool {
    switch family {
    case .v4: !Self.special4.contains { $0.contains(self) }
    case .v6: number >> 125 == 1 && !Self.special6.contains { $0.contains(self) }
    }
  }

  private static let special4 = ranges([
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
  ])

  /// Within 2000::/3, which alone is given out.
  private static let special6 = ranges(["2001:db8::/32", "3fff::/20"])

  private static func ranges(_ texts: [String]) -> [CIDR] { texts.compactMap { try? CIDR(parsing: $0) } }
}
