internal import Diagnostics

/// A tool that can carry a certificate plan out.
package enum CertificateTool: String, Choice {
  case certManager = "cert-manager"
  case cfssl, certtool, step, vault

  /// Those that the language has and that no files are written for.
  static let unwritten = ["aws-private-ca", "google-cas"]
}

extension MappingReader {
  /// The tools of a list, each of them once.
  mutating func tools(_ key: String) -> [Located<CertificateTool>] {
    let words: [Located<PlainText>] = list(key)
    var seen: Set<CertificateTool> = []
    return words.compactMap { word in
      let name = word.value.description
      if let tool = CertificateTool(rawValue: name) {
        return seen.insert(tool).inserted ? Located(tool, at: word.range) : nil
      }
      let known = CertificateTool.allCases.map(\.rawValue)
      if CertificateTool.unwritten.contains(name) {
        log.report(
          .notSupportedYet("`tools: [\(name)]`", at: word.range, help: "files are written for \(listed(known))"))
      } else {
        log.report(.unknownWord(name, for: path(to: key), at: word.range, words: known))
      }
      return nil
    }
  }
}
