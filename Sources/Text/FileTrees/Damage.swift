/// What shows that no build left a file as it is.
package enum Damage: Sendable {
  case empty
  /// Both sides of a merge, with Git's lines between them.
  case mergeMarkers
  /// A checkout that turned line feeds into two characters.
  case carriageReturns
  /// Every generated file ends in a line feed.
  case cutShort
  /// Its mark twice: the texts of two branches, one behind the other.
  case twoVersions
  /// The file has no mark, and is where only a generated one can be.
  case unmarked
  /// The index of an earlier release lists other bytes.
  case edited
}

extension Damage {
  /// What the bytes themselves tell.
  init?(in bytes: [UInt8], marked mark: Mark) {
    guard !bytes.isEmpty else {
      self = .empty
      return
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    if lines.contains(where: { $0.starts(with: "<<<<<<< ".utf8) }),
      lines.contains(where: { $0.starts(with: ">>>>>>> ".utf8) })
    {
      self = .mergeMarkers
    } else if lines.contains(where: { $0.last == UInt8(ascii: "\r") }) {
      self = .carriageReturns
    } else if bytes.last != UInt8(ascii: "\n") {
      self = .cutShort
    } else if lines.count(where: { mark.isIn($0) }) > 1 {
      self = .twoVersions
    } else {
      return nil
    }
  }
}
