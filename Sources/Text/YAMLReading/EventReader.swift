internal import CLibYAML
internal import Diagnostics

/// Reads a text as libyaml's events.
///
/// The only file of the core in which pointers occur.
///
/// The text must be valid UTF-8 without a byte order mark: then every event's characters can be turned into bytes.
@safe struct EventReader: ~Copyable {
  /// One event of a YAML stream and its place.
  struct Event {
    let kind: Kind
    let range: SourceRange
    /// Whether the event carries an anchor (`&name`).
    var hasAnchor = false
    /// Whether the event carries a tag (`!!str`).
    var hasTag = false
  }

  enum Kind {
    case streamEnd, documentStart, documentEnd, alias
    case scalar(text: String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    /// An event that says nothing about the text.
    case other
  }

  /// Where and why a text stops being YAML.
  struct SyntaxError: Error {
    let problem: String
    let place: SourceRange
    /// What was being read, and where it began.
    let context: Finding.Annotation?
  }

  // libyaml stores the address of the parser inside it, so it must not move: it lives on the heap. The input is
  // read while events are pulled, so it lives as long as the parser.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let offsets: CharacterOffsets
  private let base: Int

  /// Prepares to read the bytes from an offset on.
  init(_ bytes: [UInt8], from base: Int) {
    let text = Array(bytes[base...])
    unsafe input = .allocate(capacity: text.count)
    _ = unsafe input.initialize(from: text)
    unsafe parser = .allocate(capacity: 1)
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    offsets = CharacterOffsets(of: text)
    self.base = base
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event of the stream.
  func next() throws(SyntaxError) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe translate(event)
  }

  private func translate(_ event: yaml_event_t) -> Event {
    let range = unsafe SourceRange(place(event.start_mark), place(event.end_mark))
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: return Event(kind: .streamEnd, range: range)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, range: range)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, range: range)
    case YAML_ALIAS_EVENT: return Event(kind: .alias, range: range)
    case YAML_SCALAR_EVENT: return unsafe scalar(event.data.scalar, range)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe Event(kind: .sequenceStart, range: range, hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_SEQUENCE_END_EVENT: return Event(kind: .sequenceEnd, range: range)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe Event(kind: .mappingStart, range: range, hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, range: range)
    default: return Event(kind: .other, range: range)
    }
  }

  private func scalar(_ data: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ range: SourceRange) -> Event
  {
    let bytes = unsafe UnsafeBufferPointer(start: data.value, count: data.length)
    let kind = unsafe Kind.scalar(
      text: String(decoding: bytes, as: UTF8.self), isPlain: data.style == YAML_PLAIN_SCALAR_STYLE)
    return unsafe Event(kind: kind, range: range, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
  }

  private func place(_ mark: yaml_mark_t) -> Int { base + offsets.byte(ofCharacter: mark.index) }

  private func syntaxError() -> SyntaxError {
    let problem = unsafe words(parser.pointee.problem) ?? "this is not YAML"
    // An error of the reader has no mark, only an offset in bytes (libyaml 0.2.5, src/reader.c).
    guard unsafe parser.pointee.error != YAML_READER_ERROR else {
      return unsafe SyntaxError(
        problem: problem, place: SourceRange(at: base + parser.pointee.problem_offset), context: nil)
    }
    let context = unsafe words(parser.pointee.context).map {
      unsafe Finding.Annotation(SourceRange(at: place(parser.pointee.context_mark)), $0)
    }
    return unsafe SyntaxError(
      problem: problem, place: SourceRange(at: place(parser.pointee.problem_mark)), context: context)
  }

  private func words(_ text: UnsafePointer<CChar>?) -> String? {
    unsafe text.map { unsafe String(cString: $0) }
  }
}
