/// Whether some reader of YAML 1.1 or 1.2 would give a plain text another type than a string's.
///
/// The types are those of the YAML 1.1 type repository (yaml.org/type) and of the core schema (YAML 1.2.2, section
/// 10.3.2), as PyYAML, libyaml's users, go-yaml, sigs.k8s.io/yaml, SnakeYAML and Psych read them. Where they differ,
/// the text is quoted: quotes are right for all of them.
package func isTakenForAnotherType(_ text: String) -> Bool {
  guard let first = text.utf8.first else { return true }
  return switch first {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
    isNumeral(text) || isTimestamp(text)
  default: isReservedWord(text)
  }
}

/// Whether a text is a Boolean, a null, the merge key or the value key.
///
/// The repository lists three spellings of each word, but Psych takes any mixture of capitals.
private func isReservedWord(_ text: String) -> Bool {
  guard text.utf8.count <= 5 else { return false }
  return switch text.lowercased() {
  case "y", "yes", "n", "no", "on", "off", "true", "false", "null", "~", "<<", "=": true
  default: false
  }
}
