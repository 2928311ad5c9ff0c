/// Shows findings as people like to read them: the sentence, the lines that it is about, and what would be right.
///
/// ```
/// error[MG303]: cluster `west` is on network `net2`, which the topology does not have
///   --> topology.yaml:14:14
///    |
///  5 | networks:
///    | -------- these are the networks
/// ...
/// 14 |     network: net2
///    |              ^^^^
///    |
///    = help: name one of network1 and network2
/// ```
struct SnippetRenderer {
  let source: SourceText
  let colour: Bool

  func render(_ findings: [Finding]) -> String {
    findings.map(block).joined(separator: "\n")
  }

  private func block(_ finding: Finding) -> String {
    let lines = sourceLines(finding)
    let margin = String(repeating: " ", count: String(lines.map(\.number).max() ?? 1).count)
    var text = headline(finding) + location(finding, margin)
    text += paint("\(margin) |\n", .frame)
    var before: Int?
    for line in lines {
      if let before, line.number > before + 1 { text += paint("...\n", .frame) }
      text += rendered(line, margin, finding.severity)
      before = line.number
    }
    return text + footer(finding, margin)
  }

  private func headline(_ finding: Finding) -> String {
    paint("\(finding.severity.rawValue)[\(finding.code.name)]", .severity(finding.severity))
      + paint(": \(printable(finding.message))\n", .strong)
  }

  private func location(_ finding: Finding, _ margin: String) -> String {
    let position = source.position(of: finding.place.range.start)
    return paint("\(margin)-->", .frame) + " \(printable(source.name)):\(position.line):\(position.column)\n"
  }

  private func footer(_ finding: Finding, _ margin: String) -> String {
    let help = finding.help.map { paint("\(margin) =", .frame) + " help: \(printable($0))\n" } ?? ""
    let fix = finding.fix.map { paint("\(margin) =", .frame) + " fix: \(words(for: $0))\n" } ?? ""
    return help.isEmpty && fix.isEmpty ? "" : paint("\(margin) |\n", .frame) + help + fix
  }

  private func words(for fix: Finding.Fix) -> String {
    fix.replacement.isEmpty ? "remove it" : "write `\(printable(fix.replacement))`"
  }
}

// MARK: - Source lines

extension SnippetRenderer {
  /// A line of the source and what is marked on it.
  private struct MarkedLine {
    let number: Int
    var marks: [(annotation: Finding.Annotation, isPrimary: Bool)]
  }

  private func sourceLines(_ finding: Finding) -> [MarkedLine] {
    let marks = [(finding.place, true)] + finding.notes.map { ($0, false) }
    let byLine = Dictionary(grouping: marks) { source.position(of: $0.0.range.start).line }
    return byLine.keys.sorted().map { number in
      let onLine = (byLine[number] ?? []).sorted { $0.0.range.start > $1.0.range.start }
      return MarkedLine(number: number, marks: onLine.map { (annotation: $0.0, isPrimary: $0.1) })
    }
  }

  private func rendered(_ line: MarkedLine, _ margin: String, _ severity: Severity) -> String {
    let number = String(line.number)
    let padding = String(repeating: " ", count: margin.count - number.count)
    guard let text = source.line(line.number) else {
      return paint("\(padding)\(number) |", .frame) + " (this line is not shown: it holds key material)\n"
    }
    let marks = line.marks.map { mark in
      paint("\(margin) |", .frame) + " " + underline(mark.annotation, on: line.number, severity, mark.isPrimary) + "\n"
    }
    let shown = printable(text)
    return paint("\(padding)\(number) |", .frame) + (shown.isEmpty ? "" : " " + shown) + "\n" + marks.joined()
  }

  private func underline(
    _ annotation: Finding.Annotation, on line: Int, _ severity: Severity, _ isPrimary: Bool
  ) -> String {
    let bounds = source.lineRange(line)
    let start = min(annotation.range.start, bounds.end)
    let end = max(start, min(annotation.range.end, bounds.end))
    let indent = String(repeating: " ", count: width(bounds.start, start))
    let carets = String(repeating: isPrimary ? "^" : "-", count: max(1, width(start, end)))
    let words = annotation.words.isEmpty ? "" : " " + printable(annotation.words)
    return indent + paint(carets + words, isPrimary ? .severity(severity) : .frame)
  }

  private func width(_ start: Int, _ end: Int) -> Int {
    displayWidth(printable(String(decoding: source.bytes[start..<end], as: UTF8.self)))
  }
}

// MARK: - Colour

extension SnippetRenderer {
  private enum Role {
    case frame, strong
    case severity(Severity)

    /// The parameters of ECMA-48's SGR sequence.
    var parameters: String {
      switch self {
      case .frame: "34"
      case .strong: "1"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.note): "1;36"
      }
    }
  }

  private func paint(_ text: String, _ role: Role) -> String {
    guard colour, !text.isEmpty else { return text }
    let isLine = text.hasSuffix("\n")
    let painted = "\u{1B}[\(role.parameters)m" + (isLine ? String(text.dropLast()) : text) + "\u{1B}[0m"
    return isLine ? painted + "\n" : painted
  }
}
