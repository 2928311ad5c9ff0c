internal import Diagnostics

/// Builds the tree of a document out of its events, and reports what a topology may not have.
struct Composer {
  let limits: ReadingLimits
  var log: FindingLog
  /// Whether an alias, or what cannot be a key, left a hole in the tree, so that there is no going on with it.
  private var hasHoles = false

  init(limits: ReadingLimits, log: FindingLog) {
    self.limits = limits
    self.log = log
  }

  /// The root of the stream's only document; `nil` where there is none, or where it is nested too deeply.
  mutating func document(from events: borrowing EventReader) throws(EventReader.SyntaxError) -> Node? {
    var root: Node?
    var documents = 0
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd:
        if documents == 0 { log.report(.noDocument(at: event.range)) }
        return hasHoles ? nil : root
      case .documentStart:
        documents += 1
        guard documents == 1 else {
          log.report(.severalDocuments(at: event.range))
          return root
        }
        root = try node(try events.next(), events, depth: 0)
        if root == nil { return nil }
      default: continue
      }
    }
  }

  /// The node that an event begins; `nil` when it is nested too deeply, and then nothing more is read.
  private mutating func node(
    _ event: EventReader.Event, _ events: borrowing EventReader, depth: Int
  ) throws(EventReader.SyntaxError) -> Node? {
    report(event)
    switch event.kind {
    case .scalar(let text, let isPlain): return .scalar(.init(text: text, isPlain: isPlain, range: event.range))
    case .sequenceStart, .mappingStart:
      guard depth < limits.depth else {
        log.report(.nestedTooDeeply(at: event.range, limit: limits.depth))
        return nil
      }
      if case .sequenceStart = event.kind { return try sequence(from: event.range, events, depth: depth) }
      return try mapping(from: event.range, events, depth: depth)
    default: return .scalar(.init(text: "", isPlain: true, range: event.range))
    }
  }

  private mutating func sequence(
    from start: SourceRange, _ events: borrowing EventReader, depth: Int
  ) throws(EventReader.SyntaxError) -> Node? {
    var items: [Node] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind {
        return .sequence(.init(items: items, range: extent(start, event.range, items.last?.range)))
      }
      guard let item = try node(event, events, depth: depth + 1) else { return nil }
      items.append(item)
    }
  }

  private mutating func mapping(
    from start: SourceRange, _ events: borrowing EventReader, depth: Int
  ) throws(EventReader.SyntaxError) -> Node? {
    var entries: [Node.Entry] = []
    var firstUses: [String: SourceRange] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind {
        return .mapping(.init(entries: entries, range: extent(start, event.range, entries.last?.value.range)))
      }
      guard let key = try node(event, events, depth: depth + 1),
        let value = try node(try events.next(), events, depth: depth + 1)
      else { return nil }
      guard case .scalar(let name) = key else {
        hasHoles = true
        log.report(.keyIsNoText(at: key.range))
        continue
      }
      if let first = firstUses.updateValue(name.range, forKey: name.text) {
        log.report(.duplicateKey(name.text, at: name.range, first: first))
        firstUses[name.text] = first
        continue
      }
      entries.append(.init(key: name, value: value))
    }
  }

  /// The range of a collection.
  ///
  /// A block collection's end mark is the start of the next token, behind blank lines and
  /// comments, so its last child says where it ends; a flow collection's end event covers its bracket.
  private func extent(_ start: SourceRange, _ end: SourceRange, _ last: SourceRange?) -> SourceRange {
    let isFlow = end.end > end.start
    return SourceRange(start.start, isFlow ? end.end : last?.end ?? start.end)
  }

  private mutating func report(_ event: EventReader.Event) {
    if case .alias = event.kind {
      hasHoles = true
      log.report(.alias(at: event.range))
    }
    if event.hasAnchor { log.report(.anchor(at: event.range)) }
    if event.hasTag { log.report(.tag(at: event.range)) }
  }
}
