/// A range of addresses: `10.10.0.0/16`, `fd00:10::/48`.
package struct CIDR: TextValue {
  package let address: IPAddress
  package let prefixLength: Int

  package init(parsing text: String) throws(Misfit) {
    let expected = "a range such as `10.10.0.0/16` or `fd00:10::/48`"
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = try? IPAddress(parsing: String(parts[0])) else {
      throw Misfit("is no range of addresses", expected: expected)
    }
    guard let length = Int(parts[1]), String(length) == parts[1], (0...address.family.bits).contains(length) else {
      throw Misfit("has no prefix length between 0 and \(address.family.bits)", expected: expected)
    }
    let network = IPAddress(address.family, address.number & Self.mask(length, address.family))
    guard network == address else {
      throw Misfit("has bits behind its prefix", expected: expected, suggestion: "\(network)/\(length)")
    }
    self.address = address
    prefixLength = length
  }

  package var description: String { "\(address)/\(prefixLength)" }

  /// Whether an address is in the range.
  package func contains(_ other: IPAddress) -> Bool {
    other.family == address.family && (address.number...last).contains(other.number)
  }

  /// The last address of the range.
  package var last: UInt128 {
    address.number | (Self.allOnes(address.family) & ~Self.mask(prefixLength, address.family))
  }

  private static func allOnes(_ family: IPAddress.Family) -> UInt128 {
    family == .v4 ? 0xFFFF_FFFF : .max
  }

  private static func mask(_ length: Int, _ family: IPAddress.Family) -> UInt128 {
    length == 0 ? 0 : allOnes(family) & ~((UInt128(1) << UInt128(family.bits - length)) - 1)
  }
}
