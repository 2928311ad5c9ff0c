/// What stands before the names of Istio's images: `registry.example.com/istio`, for `registry.example.com/istio/pilot`.
package struct ImageHub: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "a registry and a path, as in `registry.example.com/istio`"
    if let scheme = ["https://", "http://", "oci://", "docker://"].first(where: text.hasPrefix) {
      throw Misfit(
        "has a scheme, which images have not", expected: expected, suggestion: String(text.dropFirst(scheme.count)))
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let host = parts.first, !parts.contains(""), Self.isHost(host), parts.dropFirst().allSatisfy(Self.isPath)
    else {
      throw Misfit("is no place of images", expected: expected)
    }
    description = text
  }

  /// A name, with a port or without.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.count <= 2, name.utf8.allSatisfy(isOfName) else { return false }
    return parts.count == 1 || Int(parts[1]).map { (1...65535).contains($0) } ?? false
  }

  private static func isPath(_ text: Substring) -> Bool {
    text.utf8.allSatisfy(isOfName) && text.first?.isPunctuation == false
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
