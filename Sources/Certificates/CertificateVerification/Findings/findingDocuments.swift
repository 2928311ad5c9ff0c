internal import Diagnostics
internal import YAMLWriting

extension YAMLValue {
  /// The findings as a document; fields are only ever added, `version` counts what breaks.
  ///
  /// Where no moment is given, it was not looked at whether certificates are good today, and `at` is null.
  static func certificateFindings(_ findings: [CertificateFinding], at moment: Moment?) -> YAMLValue {
    [
      "version": 1,
      "at": moment.map { "\($0)" } ?? .null,
      "errors": .integer(findings.count { $0.severity == .error }),
      "warnings": .integer(findings.count { $0.severity == .warning }),
      "findings": .sequence(findings.map(\.value)),
    ]
  }

  /// The findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0).
  static func sarif(_ findings: [CertificateFinding]) -> YAMLValue {
    var codes: [FindingCode] = []
    for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
    codes.sort { $0.number < $1.number }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": ["name": "meshgen-certs", "rules": .sequence(codes.map(\.rule))]],
          "results": .sequence(findings.map(\.result)),
        ]
      ],
    ]
  }
}

extension CertificateFinding {
  fileprivate var value: YAMLValue {
    .fields([
      "code": .string(code.name),
      "slug": .string(code.slug),
      "severity": .string(severity.rawValue),
      "message": .string(message),
      "place": place.value,
      "notes": .sequence(notes.map { ["place": $0.place.value, "words": .string($0.words)] }),
      "help": help.map { .string($0) },
    ])
  }

  fileprivate var result: YAMLValue {
    .fields([
      "ruleId": .string(code.name),
      "level": .string(severity.rawValue),
      "message": ["text": .string([message, help].compactMap { $0 }.joined(separator: "; "))],
      "locations": [place.location()],
      "relatedLocations": notes.isEmpty
        ? nil : .sequence(notes.enumerated().map { $1.place.location(id: $0 + 1, $1.words) }),
    ])
  }
}

extension FindingCode {
  fileprivate var rule: YAMLValue {
    [
      "id": .string(name), "name": .string(slug),
      "shortDescription": ["text": .string(explanation.meaning)],
      "fullDescription": ["text": .string(explanation.harm)],
      "defaultConfiguration": ["level": .string(severity.rawValue)],
    ]
  }
}

extension CertificateFinding.Place {
  fileprivate var value: YAMLValue {
    .fields([
      "file": .string(file), "line": .integer(line), "property": property.map { .string($0) },
    ])
  }

  fileprivate func location(id: Int? = nil, _ words: String? = nil) -> YAMLValue {
    .fields([
      "id": id.map { .integer($0) },
      "physicalLocation": [
        "artifactLocation": ["uri": .string(uri)], "region": ["startLine": .integer(line)],
      ],
      "logicalLocations": property.map { [["fullyQualifiedName": .string($0)]] },
      "message": words.map { ["text": .string($0)] },
    ])
  }

  /// The path as a relative reference (RFC 3986, section 4.2).
  private var uri: String {
    file.utf8.map { byte in
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
