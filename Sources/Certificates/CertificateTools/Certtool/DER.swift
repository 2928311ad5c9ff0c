internal import Certificates

/// A value in the Distinguished Encoding Rules (ITU-T X.690), of as few kinds as two extensions need.
struct DER {
  let bytes: [UInt8]

  init(tag: UInt8, _ content: [UInt8]) { bytes = [tag] + Self.length(content.count) + content }

  init(sequence parts: [DER]) { self.init(tag: 0x30, parts.flatMap(\.bytes)) }

  /// Up to 127 as it is; beyond, the number of the bytes that follow (X.690, 8.1.3).
  private static func length(_ count: Int) -> [UInt8] {
    switch count {
    case ..<0x80: [UInt8(count)]
    case ..<0x100: [0x81, UInt8(count)]
    default: [0x82, UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count)]
    }
  }

  /// RFC 4648, section 4.
  var base64: String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return stride(from: 0, to: bytes.count, by: 3).map { start in
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
      let text = [18, 12, 6, 0].map { digits[Int(bits >> UInt32($0) & 63)] }
      return String(text.prefix(part.count + 1)) + String(repeating: "=", count: 3 - part.count)
    }.joined()
  }

  var hexadecimal: String {
    let digits = Array("0123456789ABCDEF")
    return "0x" + String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

extension [PlannedAuthority.KeyUsage] {
  /// A BIT STRING, with how many bits at its end are of no account (RFC 5280, section 4.2.1.3).
  var der: DER {
    let bits = reduce(UInt8(0)) { $0 | 0x80 >> $1.bit }
    return DER(tag: 0x03, [UInt8(bits.trailingZeroBitCount), bits])
  }
}

extension PlannedAuthority.KeyUsage {
  fileprivate var bit: UInt8 {
    switch self {
    case .digitalSignature: 0
    case .contentCommitment: 1
    case .keyEncipherment: 2
    case .keyCertSign: 5
    case .crlSign: 6
    }
  }
}

extension PlannedAuthority.Constraints {
  /// RFC 5280, section 4.2.1.10.
  var der: DER {
    let parts = [(UInt8(0xA0), permitted), (UInt8(0xA1), excluded)]
    return DER(sequence: parts.filter { !$0.1.isEmpty }.map { tag, names in DER(tag: tag, names.der.flatMap(\.bytes)) })
  }
}

extension PlannedAuthority.Subtrees {
  fileprivate var isEmpty: Bool { dns.isEmpty && uri.isEmpty }

  /// A general name is tagged 2 for DNS and 6 for a URI.
  fileprivate var der: [DER] {
    dns.map { DER(sequence: [DER(tag: 0x82, Array($0.utf8))]) }
      + uri.map { DER(sequence: [DER(tag: 0x86, Array($0.utf8))]) }
  }
}
