internal import Diagnostics

/// A tool that can carry a certificate plan out.
package enum CertificateTool: String, Choice {
  case awsPrivateCA = "aws-private-ca"
  case certManager = "cert-manager"
  case cfssl, certtool
  case googleCAS = "google-cas"
  case step, vault
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
      log.report(.unknownWord(name, for: path(to: key), at: word.range, words: known))
      return nil
    }
  }
}
