internal import Diagnostics
internal import YAMLReading

extension MappingReader {
  /// A value that is a word or, where there is more to say, a mapping.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - forms: What can stand there, by the word that somebody may write who does not know.
  ///   - meaning: What a word stands for.
  ///   - read: Reads the mapping.
  /// - Returns: The value, if it is right.
  mutating func optional<Word: Choice, Value>(
    _ key: String, forms: KeyValuePairs<String, String>, word meaning: (Word) -> Value,
    mapping read: (inout MappingReader) -> Value?
  ) -> Located<Value>? {
    if vocabulary != nil { survey(key, "", read) }
    guard let entry = entry(key) else { return nil }
    switch entry.value {
    case .mapping: return mapping(entry.value, path(to: key), read).map { Located($0, at: entry.value.range) }
    case .scalar(let scalar):
      if let word = Word(rawValue: scalar.text) { return Located(meaning(word), at: scalar.range) }
      log.report(.unknownForm(scalar.text, for: path(to: key), at: scalar.range, forms: forms))
    case .sequence:
      let help = "it is one of \(listed(forms.map { "`\($0.value)`" }))"
      log.report(.wrongKind(path(to: key), wanted: "a word or a mapping", found: entry.value, help: help))
    }
    return nil
  }
}
