/// The URL of a Git repository: `https://git.example.com/platform/mesh.git`.
///
/// Controllers take their credentials from a Secret, never from the URL.
package struct RepositoryURL: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "a URL such as `https://git.example.com/platform/mesh.git` or `ssh://git@git.example.com/mesh.git`"
    guard let scheme = ["https://", "ssh://"].first(where: text.hasPrefix) else {
      throw Misfit("is no URL with `https` or `ssh`", expected: expected, suggestion: Self.mended(text))
    }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    let parts = authority.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 1 || scheme == "ssh://" && parts.count == 2 && !parts[0].contains(":") && !parts[0].isEmpty
    else { throw Misfit("has credentials in it", expected: "\(expected), and the credentials in a Secret") }
    guard let host = parts.last?.prefix(while: { $0 != ":" }), !host.isEmpty, rest.count > authority.count + 1,
      rest.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F && !"?#\"'\\$`".unicodeScalars.contains($0) })
    else { throw Misfit("has no host and path", expected: expected) }
    description = text
  }

  /// What git also takes for a URL, as one: `git@git.example.com:mesh.git`.
  private static func mended(_ text: String) -> String? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0].contains("@"), !parts[1].hasPrefix("/") else { return nil }
    let url = "ssh://\(parts[0])/\(parts[1])"
    return (try? RepositoryURL(parsing: url)) == nil ? nil : url
  }
}
