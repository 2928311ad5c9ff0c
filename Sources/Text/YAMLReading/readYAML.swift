package import Diagnostics

/// Reads a text as one YAML document; what is wrong with it goes into the log.
///
/// Anchors, tags and duplicate keys are reported and read over, so that the findings of later stages come
/// in the same run. `nil` means that there is no tree to go on with.
///
/// - Parameters:
///   - source: The text. A stretch that holds a private key must already be withheld.
///   - limits: What the document may be at most.
///   - log: Where findings go.
/// - Returns: The document's root.
package func readYAML(_ source: SourceText, limits: ReadingLimits = .topology, into log: inout FindingLog) -> Node? {
  guard let start = readableStart(of: source, limits: limits, into: &log) else { return nil }
  let events = EventReader(source.bytes, from: start)
  var composer = Composer(limits: limits, log: log)
  defer { log = composer.log }
  do throws(EventReader.SyntaxError) {
    return try composer.document(from: events)
  } catch {
    composer.log.report(.notYAML(error, in: source.bytes))
    return nil
  }
}

/// The offset behind a byte order mark, if the text can be read at all.
private func readableStart(of source: SourceText, limits: ReadingLimits, into log: inout FindingLog) -> Int? {
  let bytes = source.bytes
  guard bytes.count <= limits.bytes else {
    log.report(.tooLarge(bytes.count, limit: limits.bytes))
    return nil
  }
  if let offset = firstInvalidByte(of: bytes) {
    log.report(.notUTF8(at: offset, bytes))
    return nil
  }
  if let offset = bytes.firstIndex(of: 0) {
    log.report(.nulByte(at: offset, bytes))
    return nil
  }
  return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}
