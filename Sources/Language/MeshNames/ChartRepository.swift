/// Where Helm finds charts: `https://charts.example.com/istio`, or `oci://registry.example.com/istio/charts`.
///
/// Credentials are Helm's and the controllers' own business.
package struct ChartRepository: TextValue {
  package let description: String

  package init(parsing text: String) throws(Misfit) {
    let expected = "a URL such as `https://charts.example.com/istio` or `oci://registry.example.com/charts`"
    guard let scheme = ["https://", "http://", "oci://"].first(where: text.hasPrefix) else {
      throw Misfit("is no URL with `https` or `oci`", expected: expected, suggestion: Self.mended(text))
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    guard !host.contains("@") else {
      throw Misfit("has credentials in it", expected: "\(expected), and `helm registry login` for the rest")
    }
    guard !host.isEmpty, scheme != "oci://" || rest.count > host.count + 1, rest.unicodeScalars.allSatisfy(\.isOfURL)
    else { throw Misfit("has no host and path", expected: expected) }
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    description = text
  }

  /// Whether the charts lie in a registry, as images do.
  package var isRegistry: Bool { description.hasPrefix("oci://") }

  /// What is left out most often is the scheme.
  private static func mended(_ text: String) -> String? {
    guard !text.contains("://"), text.prefix(while: { $0 != "/" }).dropFirst().contains("."), text.first != "." else {
      return nil
    }
    return (try? ChartRepository(parsing: "oci://\(text)"))?.description
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a URL that a shell and a YAML file take as it is.
  fileprivate var isOfURL: Bool {
    value > 0x20 && value < 0x7F && !"?#\"'\\$`".unicodeScalars.contains(self)
  }
}
