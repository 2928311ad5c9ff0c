/// The forms that Kubernetes allows its names to have (k8s.io/apimachinery, pkg/util/validation/validation.go).
enum NameSyntax {
  /// RFC 1123 label: a namespace, a Service, a remote secret's cluster.
  case label
  /// The value of a Kubernetes label.
  case labelValue
  /// RFC 1123 subdomain: labels joined by dots.
  case subdomain

  /// The longest text that the form allows, in bytes.
  var longest: Int { self == .subdomain ? 253 : 63 }

  var inWords: String {
    switch self {
    case .label: "lower-case letters, digits and `-`, at most 63, with a letter or digit at both ends"
    case .labelValue: "letters, digits, `-`, `_` and `.`, at most 63, with a letter or digit at both ends"
    case .subdomain: "lower-case letters, digits, `-` and `.`, at most 253, with a letter or digit at both ends"
    }
  }

  /// Throws what is wrong with a name, if anything is.
  func check(_ text: String) throws(Misfit) {
    guard let problem = problem(with: text) else { return }
    throw Misfit(problem, expected: inWords, suggestion: suggestion(for: text))
  }

  private func problem(with text: String) -> String? {
    if text.isEmpty { return "is empty" }
    if text.utf8.count > longest { return "has \(text.utf8.count) characters" }
    if let wrong = text.unicodeScalars.first(where: { !allows($0) }) { return "has `\(wrong)` in it" }
    if let end = [text.utf8.first, text.utf8.last].compactMap({ $0 }).first(where: { !isLetterOrDigit($0) }) {
      return "has `\(Unicode.Scalar(end))` at an end"
    }
    if self == .subdomain, text.contains("..") || text.contains(".-") || text.contains("-.") {
      return "has an empty part or a `-` beside a dot"
    }
    return nil
  }

  private func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-": true
    case "A"..."Z", "_": self == .labelValue
    case ".": self != .label
    default: false
    }
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  /// The name with capitals lowered and everything strange replaced, if that makes it right.
  private func suggestion(for text: String) -> String? {
    let lowered = self == .labelValue ? text : text.lowercased()
    let mended = String(String.UnicodeScalarView(lowered.unicodeScalars.map { allows($0) ? $0 : "-" }))
    let trimmed = mended.drop { "-_.".contains($0) }.reversed().drop { "-_.".contains($0) }.reversed()
    let name = String(trimmed)
    return name != text && problem(with: name) == nil ? name : nil
  }
}
