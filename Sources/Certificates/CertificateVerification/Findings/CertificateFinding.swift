package import Diagnostics

/// One thing that there is to say about issued certificates.
///
/// A certificate is no text with columns, so its place is a file, the line where its PEM block begins, and a property
/// by its path in the plan.
package struct CertificateFinding: Equatable, Sendable {
  package let code: FindingCode
  package var severity: Severity
  /// What is wrong, in one sentence without a full stop.
  package let message: String
  package let place: Place
  /// Further places, each with its own words.
  package let notes: [Note]
  /// What would be right.
  package let help: String?

  package struct Place: Equatable, Sendable {
    /// A path below the folder of issued files, or the plan's own.
    package let file: String
    /// From 1; the first where the whole file is meant.
    package let line: Int
    package let property: String?
    /// Whether the file is below the folder of issued files.
    package let isIssued: Bool
  }

  package struct Note: Equatable, Sendable {
    package let place: Place
    package let words: String
  }

  init(
    _ code: FindingCode, _ message: String, at place: Place, notes: [Note] = [], help: String? = nil,
    severity: Severity? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.message = message
    self.place = place
    self.notes = notes
    self.help = help
  }
}

extension CertificateFinding.Place {
  static func issued(_ file: String, line: Int = 1, _ property: String? = nil) -> Self {
    Self(file: file, line: line, property: property, isIssued: true)
  }

  static func plan(_ file: String, line: Int) -> Self {
    Self(file: file, line: line, property: nil, isIssued: false)
  }

  static func of(_ certificate: IssuedCertificate, _ property: String? = nil) -> Self {
    .issued(certificate.file, line: certificate.line, property)
  }
}

extension CertificateFinding.Note {
  init(_ place: CertificateFinding.Place, _ words: String) {
    self.place = place
    self.words = words
  }
}
