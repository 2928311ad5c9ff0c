internal import Diagnostics
internal import FileTrees
internal import YAMLWriting

/// What a check found, as a person wants to read it: how much, which files, what differs, what to do.
struct CheckReport {
  let differences: [Difference]
  let interruption: Interruption?
  /// The directory and the topology, as the user gave them.
  let directory: String
  let topology: String
  /// Whether anything is there at all.
  let isThere: Bool

  /// The lines of a diff that are shown; a reader of more opens the file.
  private static let longestDiff = 100

  /// Puts it into words.
  ///
  /// - Parameter showsDiffs: Whether what differs in a file is shown as well.
  /// - Returns: Lines, the last without a line break.
  func text(showingDiffs showsDiffs: Bool) -> String {
    guard isThere else { return "\(printable(directory)) is not there; \(build) writes it" }
    guard !differences.isEmpty || interruption != nil else {
      return "\(printable(directory)) is what \(printable(topology)) says"
    }
    // One line says of another topology's output that it is that.
    let names = differences.filter { $0.kind != .anothers }.map { difference in
      "\(difference.kind.word)  \(printable(difference.path.text))"
        + (difference.damage.map { " (\($0.inWords))" } ?? "")
    }
    let diffs = showsDiffs ? differences.compactMap(diff) : []
    return (summary + others + broken + names + diffs + advice).joined(separator: "\n")
  }

  private var summary: [String] {
    guard !differences.isEmpty else { return [] }
    let always: [Difference.Kind] = [.missing, .stale, .handEdited, .foreign]
    let counts = Difference.Kind.allCases.compactMap { kind in
      let count = differences.count { $0.kind == kind }
      return count > 0 || always.contains(kind) ? "\(kind.slug) \(count)" : nil
    }
    return ["\(printable(directory)) is not what \(printable(topology)) says: \(counts.joined(separator: ", "))"]
  }

  /// That the directory is another topology's.
  private var others: [String] {
    let owners = Set(differences.compactMap(\.owner)).sorted().map(printable)
    guard !owners.isEmpty else { return [] }
    return ["it holds the output of topology \(owners.joined(separator: ", ")); \(takeOver) replaces that"]
  }

  private var broken: [String] {
    interruption.map { ["a build of \(printable(directory)) \($0.inWords)"] } ?? []
  }

  /// What ends each kind of difference; a build does not end all.
  private var advice: [String] {
    let kinds = Set(differences.map(\.kind))
    let blocked = kinds.intersection([.inTheWay, .symbolicLink])
    var advice: [String] = []
    if !blocked.isEmpty {
      let words = blocked.map(\.slug).sorted().joined(separator: " or ")
      advice.append("move away, or remove, what is \(words): a build refuses to write there")
    }
    let mended: Set<Difference.Kind> = [.missing, .stale, .handEdited, .obsolete, .inTheWay, .symbolicLink]
    if !kinds.contains(.anothers), !kinds.isDisjoint(with: mended) || interruption != nil {
      advice.append("\(build) writes what the topology says")
    }
    if kinds.contains(.foreign) {
      advice.append("no build removes what is foreign: move it out of \(printable(directory)), or remove it")
    }
    return advice
  }

  private var build: String { "'meshgen build \(printable(topology)) --out \(printable(directory))'" }

  private var takeOver: String { build.dropLast() + " --take-over'" }

  /// The texts side by side, where there are two, or one that should not be there.
  ///
  /// A missing file is as long as what the topology says, and a build shows it.
  private func diff(_ difference: Difference) -> String? {
    guard difference.kind.showsTexts, let onDisk = difference.onDisk else { return nil }
    let path = difference.path.text
    let text = UnifiedDiff(
      from: onDisk, named: "on disk/\(path)",
      to: difference.wanted ?? [], named: difference.wanted == nil ? "/dev/null" : "compiled/\(path)"
    ).text
    let lines = text.unicodeScalars.split(separator: "\n").map { printable(String($0)) }
    guard !lines.isEmpty else { return nil }
    let rest = lines.count - Self.longestDiff
    return (lines.prefix(Self.longestDiff) + (rest > 0 ? ["... and \(rest) more lines of \(printable(path))"] : []))
      .joined(separator: "\n")
  }
}

extension Difference {
  /// What it is, for programs.
  var value: YAMLValue {
    .fields([
      "path": "\(path)", "kind": .string(kind.slug), "found": damage.map { .string($0.slug) },
      "topology": owner.map { .string($0) },
    ])
  }
}

extension Difference.Kind {
  fileprivate var slug: String {
    switch self {
    case .missing: "missing"
    case .stale: "stale"
    case .handEdited: "hand-edited"
    case .obsolete: "obsolete"
    case .foreign: "foreign"
    case .inTheWay: "in-the-way"
    case .anothers: "another's"
    case .symbolicLink: "symbolic-link"
    }
  }

  /// The kind in a column of its own.
  fileprivate var word: String { slug + String(repeating: " ", count: max(0, 15 - slug.count)) }

  fileprivate var showsTexts: Bool {
    switch self {
    case .stale, .handEdited, .obsolete, .inTheWay: true
    case .missing, .foreign, .symbolicLink, .anothers: false
    }
  }
}

extension Interruption {
  fileprivate var inWords: String {
    switch self {
    case .leftBehind: "was interrupted, or somebody put files into its .meshgen-staging; the next build completes it"
    case .running: "is at work"
    }
  }
}
