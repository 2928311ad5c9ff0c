internal import Diagnostics
internal import YAMLReading

/// What a tool is known to issue otherwise than planned: `certificates/TOOL/deviations.json`.
struct DeclaredDeviations: Sendable {
  private var issued: [String: [CertificateProperty: Set<String>]] = [:]

  private var unnumberedLists: Set<String> = []

  init() {}

  /// Reads a tool's file.
  ///
  /// - Parameters:
  ///   - root: The document.
  ///   - older: Whether the tool is older than the version that the file asks for.
  ///   - reader: The reader of the file.
  /// - Throws: The first thing that is not as in such a file.
  init(_ root: Node, older: Bool, _ reader: PlanReader) throws(PlanReader.Failure) {
    try reader.expectKind(root, "CertificateDeviations")
    let key = older && root.value(at: "olderVersions") != nil ? "olderVersions" : "deviations"
    for node in try reader.items(root, key) {
      let (authority, name) = (try reader.text(node, "authority"), try reader.text(node, "property"))
      if name == "revocation.number" { unnumberedLists.insert(authority) }
      // Where a key is kept, say, is nothing that a certificate shows.
      guard let property = CertificateProperty(rawValue: name) else { continue }
      guard let words = words(for: property, try reader.field(node, "issued")) else {
        throw reader.failure("`issued` is no value of `\(name)`", node)
      }
      issued[authority, default: [:]][property, default: []].insert(words)
    }
  }

  /// Whether the tool does not number the CRLs of an authority.
  func hasUnnumberedList(_ authority: String) -> Bool { unnumberedLists.contains(authority) }

  func allow(_ words: String, for property: CertificateProperty, of authority: String) -> Bool {
    issued[authority]?[property]?.contains(words) ?? false
  }
}
