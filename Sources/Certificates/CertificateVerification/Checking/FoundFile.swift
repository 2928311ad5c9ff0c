internal import SwiftASN1

/// A file in the folder of issued files, whether the plan knows it or not.
package struct FoundFile: Sendable {
  /// Below the folder.
  package let path: String
  /// Whether others than its owner may read it.
  package let isOpen: Bool
  /// Whether a private key is in it: not looked at where one belongs.
  package let holdsKey: Bool

  package init(path: String, isOpen: Bool, holdsKey: Bool) {
    (self.path, self.isOpen, self.holdsKey) = (path, isOpen, holdsKey)
  }

  /// Whether bytes hold a private key, in PEM, in a text of JSON or YAML around it, or in DER; it is not decoded.
  package static func holdsKey(_ bytes: [UInt8]) -> Bool {
    let marks = ["PRIVATE KEY-----", "PRIVATE KEY BLOCK-----"].map { Array($0.utf8) }
    var ends = bytes[...]
    while let end = ends.firstIndex(of: UInt8(ascii: "K")) {
      ends = ends[(end + 1)...]
      let start = bytes.index(end, offsetBy: -8, limitedBy: 0) ?? 0
      if marks.contains(where: { bytes[start...].starts(with: $0) }) { return true }
    }
    return isKeyInDER(bytes)
  }

  /// PKCS #8 (RFC 5958), RSA (RFC 8017, appendix A.1.2) and EC (RFC 5915), by the kinds of their first parts.
  private static func isKeyInDER(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == 0x30, let root = try? DER.parse(bytes), let parts = children(root), parts.count > 1,
      parts[0].identifier == .integer, parts[0].encodedBytes.count == 3
    else { return false }
    switch parts[1].identifier {
    case .octetString: return true
    case .sequence: return parts.count > 2 && parts[2].identifier == .octetString
    default: return parts.count >= 9 && parts.allSatisfy { $0.identifier == .integer }
    }
  }
}
