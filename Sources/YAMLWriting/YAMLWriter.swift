extension YAMLValue {
  /// The value as a YAML document in block style, ending in a line break.
  ///
  /// Two blanks a level; a sequence stands under its key without a further one, as Kubernetes' own tools write it.
  /// Long lines stay long: nothing is folded.
  package var yaml: String {
    var writer = YAMLWriter()
    writer.writeRoot(self)
    return writer.text
  }
}

/// Writes values in block style, which only ever needs the column that a collection begins in.
private struct YAMLWriter {
  var text = ""

  mutating func writeRoot(_ value: YAMLValue) {
    switch value {
    case .mapping(let entries) where !entries.isEmpty: write(entries, column: 0, isInline: false)
    case .sequence(let items) where !items.isEmpty: write(items, column: 0, isInline: false)
    default: writeScalar(value, column: 0)
    }
  }

  /// Writes a mapping's entries, the first behind a dash where it is the item of a sequence.
  private mutating func write(_ entries: [YAMLValue.Entry], column: Int, isInline: Bool) {
    var needsIndent = !isInline
    for entry in entries {
      if needsIndent { indent(column) }
      needsIndent = true
      text += ScalarStyle.oneLine(entry.key)
      text += ":"
      writeValue(of: entry, column: column)
    }
  }

  private mutating func writeValue(of entry: YAMLValue.Entry, column: Int) {
    switch entry.value {
    case .mapping(let entries) where !entries.isEmpty:
      text += "\n"
      write(entries, column: column + 2, isInline: false)
    case .sequence(let items) where !items.isEmpty:
      text += "\n"
      write(items, column: column, isInline: false)
    default:
      text += " "
      writeScalar(entry.value, column: column + 2)
    }
  }

  private mutating func write(_ items: [YAMLValue], column: Int, isInline: Bool) {
    var needsIndent = !isInline
    for item in items {
      if needsIndent { indent(column) }
      needsIndent = true
      text += "- "
      switch item {
      case .mapping(let entries) where !entries.isEmpty: write(entries, column: column + 2, isInline: true)
      case .sequence(let items) where !items.isEmpty: write(items, column: column + 2, isInline: true)
      default: writeScalar(item, column: column + 2)
      }
    }
  }

  /// Writes what stands on one line, or a literal block whose lines begin in a column.
  private mutating func writeScalar(_ value: YAMLValue, column: Int) {
    switch value {
    case .string(let string): writeString(string, column: column)
    case .integer(let number): text += "\(number)\n"
    case .boolean(let flag): text += flag ? "true\n" : "false\n"
    case .null: text += "null\n"
    case .sequence: text += "[]\n"
    case .mapping: text += "{}\n"
    }
  }

  private mutating func writeString(_ string: String, column: Int) {
    guard let block = LiteralBlock(string) else {
      text += ScalarStyle.oneLine(string)
      text += "\n"
      return
    }
    text += block.header + "\n"
    for line in block.lines {
      if !line.isEmpty { indent(max(2, column)) }
      text += line
      text += "\n"
    }
  }

  private mutating func indent(_ columns: Int) {
    for _ in 0..<columns { text += " " }
  }
}
