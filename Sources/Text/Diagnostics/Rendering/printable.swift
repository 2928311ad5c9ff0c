/// A text as a terminal may show it: what would move the cursor or change colours is replaced, tabs are one blank.
package func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    shown.append(scalar == "\t" ? " " : isControl(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(shown)
}

/// How many columns of a terminal a text takes.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + width($1) }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}

/// Unicode Standard Annex 11: wide and full-width scalars take two columns, combining ones none.
private func width(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case ..<0x300: 1
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    2
  default:
    scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .enclosingMark ? 0 : 1
  }
}
