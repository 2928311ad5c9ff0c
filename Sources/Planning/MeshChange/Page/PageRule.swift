/// What it does to a mesh that a topology says something else.
struct PageRule {
  let pattern: PagePattern
  /// The kind of change; `nil` where it is what objects tell.
  let judge: @Sendable (StatementChange) -> ChangeKind?

  init(_ pattern: PagePattern, judge: @escaping @Sendable (StatementChange) -> ChangeKind?) {
    self.pattern = pattern
    self.judge = judge
  }

  init(_ pattern: PagePattern, _ kind: ChangeKind) { self.init(pattern) { _ in kind } }

  init(_ pattern: PagePattern, added: ChangeKind, changed: ChangeKind? = nil, removed: ChangeKind) {
    self.init(pattern) { change in
      change.before == nil ? added : change.after == nil ? removed : changed ?? removed
    }
  }

  /// A set of names: what goes weighs more than what comes.
  init(_ pattern: PagePattern, more: ChangeKind, fewer: ChangeKind) {
    self.init(pattern) { $0.loses ? fewer : more }
  }
}

/// Two values of one statement.
struct StatementChange {
  let path: PagePath
  let before: Page.Statement?
  let after: Page.Statement?

  var old: String? { before?.value }
  var new: String? { after?.value }

  var oldSet: Set<String> { Set(old.map { $0.split(separator: ", ").map(String.init) } ?? []) }
  var newSet: Set<String> { Set(new.map { $0.split(separator: ", ").map(String.init) } ?? []) }

  /// Whether something that was in the list no longer is.
  var loses: Bool { !oldSet.isSubset(of: newSet) }

  /// The change of a number, where both are one.
  func numbers(usually usual: Int) -> (old: Int, new: Int) {
    (old.flatMap(Int.init) ?? usual, new.flatMap(Int.init) ?? usual)
  }
}
