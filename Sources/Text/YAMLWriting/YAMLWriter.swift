/// A writer of one YAML stream, in the block style that people write Kubernetes manifests in.
///
/// Two spaces a level, sequences no deeper than their key, long lines left long: every choice is made here once, so that
/// a document has one text only and a reviewer's diff shows what changed and nothing else.
package struct YAMLWriter {
  /// The documents that were written so far.
  package var text: String { output.string }

  private var output = Text()

  package init() {}

  /// Adds a document, behind a line `---` where it is not the first.
  package mutating func write(_ document: YAMLValue) {
    if !output.isEmpty { output += "---\n" }
    write(node: document, at: 0)
  }
}

extension YAMLValue {
  /// This value as a YAML document of its own: no `---`, and a newline at the end.
  package var yaml: String {
    var writer = YAMLWriter()
    writer.write(self)
    return writer.text
  }
}

// Every function below finds the indentation of its first line written, and leaves its last line ended.
extension YAMLWriter {
  private mutating func write(node: YAMLValue, at column: Int) {
    switch node {
    case .mapping(let entries) where !entries.isEmpty: write(entries, at: column)
    case .sequence(let items) where !items.isEmpty: write(items, at: column)
    default: write(leaf: node, at: column)
    }
  }

  private mutating func write(_ items: [YAMLValue], at column: Int) {
    for index in items.indices {
      if index > 0 { output.append(spaces: column) }
      output += "- "
      write(node: items[index], at: column + 2)
    }
  }

  private mutating func write(_ entries: [YAMLValue.Entry], at column: Int) {
    for index in entries.indices {
      if index > 0 { output.append(spaces: column) }
      write(key: entries[index].key, at: column)
      write(valueOfKey: entries[index].value, at: column)
    }
  }

  private mutating func write(valueOfKey value: YAMLValue, at column: Int) {
    switch value {
    case .mapping(let entries) where !entries.isEmpty:
      output += ":\n"
      output.append(spaces: column + 2)
      write(entries, at: column + 2)
    case .sequence(let items) where !items.isEmpty:
      output += ":\n"
      output.append(spaces: column)
      write(items, at: column)
    default:
      output += ": "
      write(leaf: value, at: column + 2)
    }
  }
}

extension YAMLWriter {
  /// Writes a key up to where its colon stands.
  ///
  /// A key that could take more than 1024 characters must be announced by `? ` (YAML 1.2.2, section 7.4.2); an escape
  /// takes six times the room of what it stands for at most.
  private mutating func write(key: String, at column: Int) {
    let style = ScalarStyle(of: key)
    let longest = style == .plain ? key.utf8.count : 6 * key.utf8.count
    guard longest > 1000 else { return write(key, in: style) }
    output += "? "
    write(key, in: style)
    output += "\n"
    output.append(spaces: column)
  }

  /// Writes a value that has no parts, its lines beginning in a column where it needs several, and ends the line.
  private mutating func write(leaf: YAMLValue, at column: Int) {
    switch leaf {
    case .string(let string): return write(string, at: column)
    case .integer(let integer): output += String(integer)
    case .decimal(let decimal): output += decimal
    case .boolean(let boolean): output += boolean ? "true" : "false"
    case .null: output += "null"
    case .sequence: output += "[]"
    case .mapping: output += "{}"
    }
    output += "\n"
  }

  private mutating func write(_ string: String, at column: Int) {
    let style = ScalarStyle(of: string)
    // Readers disagree about the column that an indentation indicator means at the top of a document.
    if style == .literal && column > 0 {
      output.append(literal: string, at: column)
    } else {
      write(string, in: style)
      output += "\n"
    }
  }

  /// Writes a text on the line that is begun, in quotes unless it may go without.
  private mutating func write(_ string: String, in style: ScalarStyle) {
    if style == .plain {
      output += string
    } else {
      output.append(quoted: string, as: .yaml)
    }
  }
}
