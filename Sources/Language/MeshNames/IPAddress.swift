/// An IPv4 or IPv6 address.
package struct IPAddress: TextValue {
  package enum Family: Sendable {
    case v4, v6

    /// Bits of an address of the family.
    package var bits: Int { self == .v4 ? 32 : 128 }
  }

  package let family: Family
  /// The address as a number, the first bit of the text the most significant one of the family's bits.
  package let number: UInt128

  package init(parsing text: String) throws(Misfit) {
    if let number = Self.v4(text[...]) {
      (family, self.number) = (.v4, UInt128(number))
    } else if let number = Self.v6(text) {
      (family, self.number) = (.v6, number)
    } else {
      throw Misfit("is no IP address", expected: "an address such as `192.0.2.10` or `2001:db8::10`")
    }
  }

  package init(_ family: Family, _ number: UInt128) {
    self.family = family
    self.number = number
  }

  /// Whether the address only ever means the machine itself: loopback, or unspecified (RFC 6890).
  package var isLocal: Bool {
    switch family {
    case .v4: number >> 24 == 127 || number == 0
    case .v6: number <= 1 || (number >> 32 == 0xFFFF && IPAddress(.v4, number & 0xFFFF_FFFF).isLocal)
    }
  }

  /// RFC 5952 for IPv6: lower case, no leading zeros, the longest run of zeros as `::`.
  package var description: String {
    switch family {
    case .v4: stride(from: 24, through: 0, by: -8).map { String((number >> UInt128($0)) & 0xFF) }.joined(separator: ".")
    case .v6:
      Self.text(ofGroups: stride(from: 112, through: 0, by: -16).map { UInt16((number >> UInt128($0)) & 0xFFFF) })
    }
  }
}

// MARK: - Reading

extension IPAddress {
  private static func v4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var number: UInt32 = 0
    for part in parts {
      guard part.utf8.allSatisfy({ (48...57).contains($0) }), part.count == 1 || !part.hasPrefix("0"),
        let byte = UInt8(part)
      else { return nil }
      number = number << 8 | UInt32(byte)
    }
    return number
  }

  private static func v6(_ text: String) -> UInt128? {
    let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
    guard text.utf8.count <= 45, halves.count <= 2, let head = groups(halves[0], isLast: halves.count == 1) else {
      return nil
    }
    guard halves.count == 2 else { return head.count == 8 ? number(head) : nil }
    guard let tail = groups(halves[1], isLast: true), head.count + tail.count <= 7 else { return nil }
    return number(head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail)
  }

  /// The 16-bit groups of a part without `::`; an IPv4 address may stand for the last two.
  private static func groups(_ text: Substring, isLast: Bool) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if isLast, index == parts.count - 1, part.contains("."), let number = v4(part) {
        groups += [UInt16(number >> 16), UInt16(number & 0xFFFF)]
      } else {
        guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups
  }

  private static func number(_ groups: [UInt16]) -> UInt128 {
    groups.reduce(0) { $0 << 16 | UInt128($1) }
  }
}

// MARK: - Writing

extension IPAddress {
  private static func text(ofGroups groups: [UInt16]) -> String {
    let hexadecimal = groups.map { String($0, radix: 16) }
    guard let run = longestRunOfZeros(groups) else { return hexadecimal.joined(separator: ":") }
    return hexadecimal[..<run.lowerBound].joined(separator: ":") + "::"
      + hexadecimal[run.upperBound...].joined(separator: ":")
  }

  private static func longestRunOfZeros(_ groups: [UInt16]) -> Range<Int>? {
    var best: Range<Int>?
    var start: Int?
    for (index, group) in (groups + [1]).enumerated() {
      if group == 0 {
        start = start ?? index
      } else if let first = start {
        if index - first > max(1, best?.count ?? 1) { best = first..<index }
        start = nil
      }
    }
    return best
  }
}
