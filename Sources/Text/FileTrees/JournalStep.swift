internal import Digests

/// One change that a write makes to the directory.
///
/// Each can be repeated: what an interrupted write did already is recognised and passed over. Each but the
/// replacement can be undone.
enum JournalStep: Equatable {
  /// Moves a file of an earlier build into the staging folder, unless somebody has edited it.
  case setAside(RelativePath, SHA256Digest)
  /// Removes a folder that has become empty.
  case leaveFolder(RelativePath)
  case makeFolder(RelativePath)
  /// Moves a staged file to where there is none.
  case add(RelativePath)
  /// Moves a staged file to where a folder was, whose name leaves room for it.
  case takeOver(RelativePath)
  /// Moves a staged file over one with the digest.
  case replace(RelativePath, SHA256Digest)

  var isReplacement: Bool {
    if case .replace = self { true } else { false }
  }
}

extension JournalStep {
  /// The step as a line of the journal; paths come last, since they may contain spaces.
  var text: String {
    switch self {
    case .setAside(let path, let digest): "aside \(digest) \(path)"
    case .leaveFolder(let path): "leave \(path)"
    case .makeFolder(let path): "make \(path)"
    case .add(let path): "add \(path)"
    case .takeOver(let path): "take \(path)"
    case .replace(let path, let digest): "replace \(digest) \(path)"
    }
  }

  init?(text: Substring) {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "aside": self.init(words[1], JournalStep.setAside)
    case "replace": self.init(words[1], JournalStep.replace)
    case "leave": self.init(words[1], JournalStep.leaveFolder)
    case "make": self.init(words[1], JournalStep.makeFolder)
    case "add": self.init(words[1], JournalStep.add)
    case "take": self.init(words[1], JournalStep.takeOver)
    default: return nil
    }
  }

  private init?(_ text: Substring, _ step: (RelativePath) -> JournalStep) {
    guard let path = RelativePath(untrusted: String(text)), path.parts.first != Staging.name[...] else { return nil }
    self = step(path)
  }

  private init?(_ text: Substring, _ step: (RelativePath, SHA256Digest) -> JournalStep) {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, let digest = SHA256Digest(hexadecimal: String(words[0])) else { return nil }
    self.init(words[1]) { step($0, digest) }
  }
}
