internal import Diagnostics
internal import YAMLReading

/// What is to be said of a key that nobody asked for.
private struct UnknownKey {
  let finding: Finding
  /// The keys of the mapping that are missing because of it.
  let explains: [String]
}

extension MappingReader {
  /// Reports the keys that nobody asked for, and those that must be there and are not.
  ///
  /// A missing key that was only misspelt, or stands in a wrong place, is reported once, as the unknown key that it is.
  package mutating func finish() {
    let astray = unindented
    for key in empty where astray[key.text] == nil { log.report(.noValue(for: path(to: key.text), at: key.range)) }
    for (section, keys) in astray { log.report(.unindented(keys, of: path(to: section), in: path)) }
    let elsewhere = Set(astray.values.joined().map(\.text))
    let unknown = mapping.entries.filter { !known.contains($0.key.text) && !elsewhere.contains($0.key.text) }
      .map(unknownKey)
    for key in unknown { log.report(key.finding) }
    let explained = Set(unknown.flatMap(\.explains))
    for (key, help, others) in missing where explained.isDisjoint(with: [key] + others) {
      log.report(.missingKey(key, in: path, at: firstPlace, help: help))
    }
  }

  /// The key that somebody probably meant by one that there is not.
  func keyMeant(by key: String) -> String? {
    let synonym = Vocabulary.synonym(of: key, in: path)
    if let synonym { return known.contains(synonym) ? synonym : nil }
    return nearest(to: key, among: known)
  }

  /// The keys that stand behind one without a value, in the column of that one, and belong below it.
  private var unindented: [String: [Node.Scalar]] {
    var section: String?
    return mapping.entries.reduce(into: [:]) { astray, entry in
      let key = entry.key.text
      if empty.contains(where: { $0.text == key }) {
        section = key
      } else if known.contains(key) {
        section = nil
      } else if let section, Vocabulary.language.has(key, in: path(to: section)) {
        astray[section, default: []].append(entry.key)
      }
    }
  }

  /// A key that holds its value, because the blank between the two is missing: `apiServer:https://…`.
  private func joinedKey(_ entry: Node.Entry) -> UnknownKey? {
    guard entry.value.isNull, let colon = entry.key.text.firstIndex(of: ":") else { return nil }
    let (key, value) = (String(entry.key.text[..<colon]), entry.key.text[colon...].dropFirst())
    guard known.contains(key), !value.isEmpty else { return nil }
    return UnknownKey(finding: .joinedKey(key, value, in: path, at: entry.key.range), explains: [key])
  }

  private func unknownKey(_ entry: Node.Entry) -> UnknownKey {
    if let joined = joinedKey(entry) { return joined }
    let (key, place, range) = (entry.key.text, owner(of: entry.key.text), entry.key.range)
    if let meant = keyMeant(by: key) {
      return UnknownKey(finding: .unknownKey(key, in: place, at: range, meant: meant), explains: [meant])
    }
    let inside = keysOfThisMapping(in: entry.value)
    if !inside.isEmpty {
      return UnknownKey(finding: .needlessLevel(key, in: place, at: range, holding: inside), explains: inside)
    }
    let places = places(meantBy: key)
    if !places.isEmpty {
      let steps = places.compactMap { Vocabulary.step(to: $0, from: path) }
      return UnknownKey(finding: .misplacedKey(key, in: place, at: range, places: places), explains: steps)
    }
    if let only = onlyMissingKey {
      return UnknownKey(finding: .unknownKey(key, in: place, at: range, missing: only), explains: [only])
    }
    return UnknownKey(finding: .unknownKey(key, in: place, at: range, known: known, absent: absent), explains: [])
  }

  /// The keys below an unknown one that belong here: most of those that there are, or none.
  private func keysOfThisMapping(in value: Node) -> [String] {
    guard case .mapping(let inner) = value else { return [] }
    let keys = inner.entries.map(\.key.text)
    let ours = keys.filter(known.contains)
    return ours.count * 2 > keys.count && ours.contains { !has($0) } ? ours : []
  }

  /// Where an unknown key belongs: where something is missing, if that is one of the places.
  private func places(meantBy key: String) -> [String] {
    if let place = Vocabulary.synonym(of: key, in: path) { return [place] }
    let places = Vocabulary.language.places(of: key, seenFrom: path)
    let needed = places.filter { place in missing.contains { $0.key == Vocabulary.step(to: place, from: path) } }
    return needed.isEmpty ? places : needed
  }

  /// The key that is missing, where there is one key that nobody knows, and one that nobody finds.
  private var onlyMissingKey: String? {
    let unknown = mapping.entries.filter { !known.contains($0.key.text) }
    return unknown.count == 1 && missing.count == 1 ? missing[0].key : nil
  }

  /// The keys that could stand here and do not.
  ///
  /// Nobody calls what all clusters share by a word that is like no other, and all of them would be in doubt.
  private var absent: [String] {
    let written = mapping.entries.filter { !isShared($0) }.map(\.key.text)
    return known.filter { !written.contains($0) && $0 != "defaults" }
  }
}
