/// The manual page of a finding code, as `meshgen explain` prints it.
package struct Explanation: Sendable {
  /// What the finding says about the topology.
  package let meaning: String
  /// What happens to those who go on regardless.
  package let harm: String
  /// Where that was found out: upstream threads and documents.
  package let sources: [String]
  /// A topology that has the mistake.
  package let wrong: Example
  /// The same sections, mended.
  package let right: Example
  /// What the examples show.
  package let subject: Subject

  /// What a finding can be about.
  package enum Subject: Sendable {
    case topology
    /// Certificates, of which an example shows the property that counts.
    case certificates
    /// A change, of which the examples are both sides.
    case change
    /// A file of bindings.
    case bindings
  }

  package init(meaning: String, harm: String, sources: [String] = [], wrong: Example, right: Example) {
    self.meaning = meaning
    self.harm = harm
    self.sources = sources
    self.wrong = wrong
    self.right = right
    subject = .topology
  }

  /// The page of a finding on issued certificates.
  ///
  /// Certificates are no text that a reader could take something from, so the examples say what is in them.
  package init(
    meaning: String, harm: String, sources: [String] = [], wrongCertificate: Example, rightCertificate: Example
  ) {
    self.meaning = meaning
    self.harm = harm
    self.sources = sources
    wrong = wrongCertificate
    right = rightCertificate
    subject = .certificates
  }

  /// The page of a finding on a file of bindings.
  package init(meaning: String, harm: String, wrongBindings: Example, rightBindings: Example) {
    self.meaning = meaning
    self.harm = harm
    sources = []
    wrong = wrongBindings
    right = rightBindings
    subject = .bindings
  }

  /// The page of a kind of change.
  ///
  /// The side of before is what is right: what runs.
  package init(
    meaning: String, harm: String, sources: [String] = [], before: Example, after: Example
  ) {
    self.meaning = meaning
    self.harm = harm
    self.sources = sources
    wrong = after
    right = before
    subject = .change
  }

  /// The sections of a topology that matter to a finding; the others are those of any sound topology.
  package struct Example: Sendable, ExpressibleByStringLiteral {
    /// What a reader is shown.
    package let text: String
    /// What stands in the file, where that cannot be shown as it is.
    package let bytes: [UInt8]

    package init(stringLiteral text: String) {
      self.init(shown: text, bytes: Array(text.utf8))
    }

    package init(shown text: String, bytes: [UInt8]) {
      self.text = text
      self.bytes = bytes
    }
  }
}
