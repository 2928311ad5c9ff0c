/// The place of something that a topology says, as keys and the names of items: `clusters[fra-1].gateway.port`.
package struct PagePath: Hashable, Sendable, CustomStringConvertible {
  private(set) var parts: [Part]

  enum Part: Hashable, Sendable {
    case key(String)
    /// An item of a list, by its name and not by its position: order says nothing.
    case item(String)
  }

  static let root = PagePath(parts: [])

  func key(_ key: String) -> PagePath { PagePath(parts: parts + [.key(key)]) }

  func item(_ name: String) -> PagePath { PagePath(parts: parts + [.item(name)]) }

  /// The name of the item in the first list.
  var firstItem: String? {
    for case .item(let name) in parts { return name }
    return nil
  }

  /// The name of the item in the last list.
  var lastItem: String? {
    for case .item(let name) in parts.reversed() { return name }
    return nil
  }

  /// The cluster that it is about.
  var cluster: String? { parts.first == .key("clusters") ? firstItem : nil }

  /// Whether it is a part of something that itself is an item of a list, or that item.
  func isPart(of path: PagePath) -> Bool { parts.starts(with: path.parts) }

  /// The path, with `*` in the place of a cluster's name.
  var shared: String { cluster == nil ? description : text { $0 == 0 ? "*" : $1 } }

  package var description: String { text { $1 } }

  private func text(_ name: (_ list: Int, _ item: String) -> String) -> String {
    var lists = 0
    return parts.reduce(into: "") { text, part in
      switch part {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .item(let item):
        text += "[\(name(lists, item))]"
        lists += 1
      }
    }
  }
}

/// A pattern of paths: `clusters[*].gateway.service.**`, where `*` is any item and `**` all that is left.
struct PagePattern: ExpressibleByStringLiteral {
  private let parts: [PagePath.Part]
  private let isOpen: Bool

  init(stringLiteral text: String) {
    let isOpen = text.hasSuffix(".**")
    let keys = (isOpen ? String(text.dropLast(3)) : text).split(separator: ".").map(String.init)
    parts = keys.flatMap { key -> [PagePath.Part] in
      let items = key.split(separator: "[", maxSplits: .max)
      return [.key(String(items[0]))] + items.dropFirst().map { _ in .item("*") }
    }
    self.isOpen = isOpen
  }

  func matches(_ path: PagePath) -> Bool {
    guard isOpen ? path.parts.count >= parts.count : path.parts.count == parts.count else { return false }
    return zip(parts, path.parts).allSatisfy { pattern, part in
      switch (pattern, part) {
      case (.key(let wanted), .key(let key)): wanted == key
      case (.item, .item): true
      default: false
      }
    }
  }
}
