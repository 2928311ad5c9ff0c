extension YAMLValue {
  /// This value as a JSON document (RFC 8259) for people: a level is two spaces, and a list of scalars is one line.
  ///
  /// A text that has lines itself, a script, has a line of its own there: the words behind it are read, and merged, apart.
  package var json: String {
    var writer = JSONWriter()
    writer.write(self, at: 0)
    writer.text += "\n"
    return writer.text.string
  }

  /// This value as one line of JSON, its newline included, for tools that read line by line.
  package var jsonLine: String {
    var writer = JSONWriter()
    writer.writeLine(self)
    writer.text += "\n"
    return writer.text.string
  }

  /// Whether this value has no parts and no lines.
  fileprivate var fitsInLine: Bool {
    switch self {
    case .string(let text): !text.utf8.contains(UInt8(ascii: "\n"))
    case .integer, .decimal, .boolean, .null: true
    case .sequence, .mapping: false
    }
  }
}

private struct JSONWriter {
  var text = Text()

  /// Writes a value whose first line is indented already, on as many lines as it needs.
  mutating func write(_ value: YAMLValue, at column: Int) {
    switch value {
    case .sequence(let items) where !items.allSatisfy(\.fitsInLine): write(items, at: column)
    case .mapping(let entries) where !entries.isEmpty: write(entries, at: column)
    default: writeLine(value)
    }
  }

  private mutating func write(_ items: [YAMLValue], at column: Int) {
    text += "["
    for index in items.indices {
      beginLine(ofPart: index, at: column + 2)
      write(items[index], at: column + 2)
    }
    endLines(at: column)
    text += "]"
  }

  private mutating func write(_ entries: [YAMLValue.Entry], at column: Int) {
    text += "{"
    for index in entries.indices {
      beginLine(ofPart: index, at: column + 2)
      write(key: entries[index].key)
      write(entries[index].value, at: column + 2)
    }
    endLines(at: column)
    text += "}"
  }

  private mutating func beginLine(ofPart index: Int, at column: Int) {
    text += index > 0 ? ",\n" : "\n"
    text.append(spaces: column)
  }

  private mutating func endLines(at column: Int) {
    text += "\n"
    text.append(spaces: column)
  }
}

extension JSONWriter {
  /// Writes a value on one line.
  mutating func writeLine(_ value: YAMLValue) {
    switch value {
    case .string(let string): text.append(quoted: string, as: .json)
    case .integer(let integer): text += String(integer)
    case .decimal(let decimal): text += decimal
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .null: text += "null"
    case .sequence(let items): writeLine(items)
    case .mapping(let entries): writeLine(entries)
    }
  }

  private mutating func writeLine(_ items: [YAMLValue]) {
    text += "["
    for index in items.indices {
      if index > 0 { text += ", " }
      writeLine(items[index])
    }
    text += "]"
  }

  private mutating func writeLine(_ entries: [YAMLValue.Entry]) {
    text += "{"
    for index in entries.indices {
      if index > 0 { text += ", " }
      write(key: entries[index].key)
      writeLine(entries[index].value)
    }
    text += "}"
  }

  private mutating func write(key: String) {
    text.append(quoted: key, as: .json)
    text += ": "
  }
}
