internal import Diagnostics

/// A tool that can carry a certificate plan out.
package enum CertificateTool: String, Choice {
  case certManager = "cert-manager"
  case cfssl, certtool, step, vault
  case awsPrivateCA = "aws-private-ca"
  case googleCAS = "google-cas"
}

extension MappingReader {
  /// A list of words of the language, each of them once.
  mutating func words<Word: Choice>(_ key: String) -> [Located<Word>] {
    let texts: [Located<PlainText>] = list(key)
    var seen: Set<Word> = []
    return texts.compactMap { text in
      guard let word = Word(rawValue: text.value.description) else {
        let known = Word.allCases.map(\.rawValue)
        log.report(.unknownWord(text.value.description, for: path(to: key), at: text.range, words: known))
        return nil
      }
      return seen.insert(word).inserted ? Located(word, at: text.range) : nil
    }
  }
}
