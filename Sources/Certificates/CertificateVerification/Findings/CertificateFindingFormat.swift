internal import Diagnostics
internal import YAMLWriting

/// The forms in which findings on certificates can be shown.
package enum CertificateFindingFormat: String, CaseIterable, Sendable {
  /// Some lines a finding, for people.
  case text
  /// One line a finding, for editors and `grep`.
  case line
  /// One document, for programs.
  case json
  /// SARIF 2.1.0, for code review.
  case sarif
  /// Workflow commands of GitHub Actions, which become annotations.
  case github
  /// GitLab's report of code quality.
  case gitlab
  /// A report of tests, for CI systems that show these.
  case junit

  /// Whether it is a document, which goes where data goes.
  package var isDocument: Bool { self != .text && self != .line }
}

extension CertificateFindingFormat {
  /// All findings as one text, ready to print.
  ///
  /// - Parameters:
  ///   - findings: The findings, in the order in which they are to be shown.
  ///   - folder: The folder of issued files, as the user has named it.
  ///   - moment: When the certificates must be good, if that was looked at.
  /// - Returns: Whole lines.
  package func render(_ findings: [CertificateFinding], in folder: String, at moment: Moment? = nil) -> String {
    let findings = findings.map { $0.located(in: folder) }
    return switch self {
    case .text: findings.map(\.text).joined(separator: "\n")
    case .line: findings.map(\.line).joined()
    case .json: YAMLValue.certificateFindings(findings, at: moment).json
    case .sarif: YAMLValue.sarif(findings).json
    case .github: findings.map(\.workflowCommand).joined()
    case .gitlab: YAMLValue.codeQuality(findings).json
    case .junit: testReport(findings)
    }
  }
}

extension CertificateFinding {
  /// The same with paths that the user can open.
  fileprivate func located(in folder: String) -> CertificateFinding {
    CertificateFinding(
      code, message, at: place.located(in: folder),
      notes: notes.map { Note($0.place.located(in: folder), $0.words) }, help: help, severity: severity)
  }

  fileprivate var text: String {
    var lines = ["\(severity.rawValue)[\(code.name)]: \(message)", "  --> \(place.inWords)"]
    lines += notes.map { "   = note: \($0.place.inWords): \($0.words)" }
    if let help { lines.append("   = help: \(help)") }
    return lines.map { printable($0) + "\n" }.joined()
  }

  fileprivate var line: String {
    let property = place.property.map { "\($0): " } ?? ""
    let said = "\(severity.rawValue) \(code.name): \(property)\(message)\(help.map { "; \($0)" } ?? "")"
    return printable("\(place.file):\(place.line):1: \(said)") + "\n"
  }
}

extension CertificateFinding.Place {
  fileprivate func located(in folder: String) -> Self {
    guard isIssued else { return self }
    let path = folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
    return Self(file: path, line: line, property: property, isIssued: true)
  }

  fileprivate var inWords: String { "\(file):\(line)" + (property.map { ": \($0)" } ?? "") }
}
