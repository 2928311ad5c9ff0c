internal import Diagnostics
internal import Digests
internal import YAMLWriting

extension CertificateFinding {
  /// What was found and what would be right, in one line.
  fileprivate var sentence: String { [message, help].compactMap { $0 }.joined(separator: "; ") }

  /// A workflow command of GitHub Actions (docs.github.com, "Workflow commands for GitHub Actions").
  var workflowCommand: String {
    let level = severity == .note ? "notice" : severity.rawValue
    let title = "\(code.name) \(code.slug)"
    return
      "::\(level) file=\(place.file.forProperty),line=\(place.line),title=\(title.forProperty)::\(sentence.forCommand)\n"
  }
}

extension String {
  fileprivate var forCommand: String {
    replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  fileprivate var forProperty: String { forCommand.replacing(":", with: "%3A").replacing(",", with: "%2C") }

  /// A text between quotes of XML, which has no control characters but for three (XML 1.0, section 2.2).
  fileprivate var forXML: String {
    unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: String(scalar)
      }
    }.joined()
  }
}

extension YAMLValue {
  /// GitLab's report (docs.gitlab.com, "Code Quality", "Import results from CI tools").
  static func codeQuality(_ findings: [CertificateFinding]) -> YAMLValue {
    .sequence(
      findings.map { finding in
        let identity = [finding.code.name, finding.place.file, finding.place.property ?? "", finding.message]
        return [
          "description": .string(finding.sentence), "check_name": .string(finding.code.name),
          "fingerprint": .string(SHA256Digest(of: Array(identity.joined(separator: "\n").utf8)).description),
          "severity": .string(finding.severity.codeQuality),
          "location": ["path": .string(finding.place.file), "lines": ["begin": .integer(finding.place.line)]],
        ]
      })
  }
}

extension Severity {
  fileprivate var codeQuality: String {
    switch self {
    case .error: "critical"
    case .warning: "major"
    case .note: "info"
    }
  }
}

/// A report of tests: each error is one that has failed, and where there is nothing to say, one has passed.
func testReport(_ findings: [CertificateFinding]) -> String {
  let failures = findings.count { $0.severity == .error }
  let cases =
    findings.isEmpty
    ? ["  <testcase classname=\"meshgen-certs\" name=\"the issued certificates are as planned\"/>"]
    : findings.map { finding in
      let name = "\(finding.code.name) \(finding.place.property.map { "\($0): " } ?? "")\(finding.message)"
      let words = "\(finding.place.file):\(finding.place.line): \(finding.sentence)".forXML
      let content =
        finding.severity == .error
        ? "<failure type=\"\(finding.code.slug)\" message=\"\(finding.message.forXML)\">\(words)</failure>"
        : "<system-out>\(finding.severity.rawValue): \(words)</system-out>"
      return """
          <testcase classname="\(finding.place.file.forXML)" name="\(name.forXML)">
            \(content)
          </testcase>
        """
    }
  return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuite name="meshgen-certs verify" tests="\(cases.count)" failures="\(failures)">
    \(cases.joined(separator: "\n"))
    </testsuite>

    """
}
