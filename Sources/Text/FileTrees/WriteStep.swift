/// One change that a write makes to the directory; each but the replacement can be undone.
enum WriteStep: Equatable {
  /// Moves a file of an earlier build into the staging folder, unless it has just got other bytes.
  case setAside(RelativePath, [UInt8])
  /// Removes a folder that has become empty.
  case leaveFolder(RelativePath)
  case makeFolder(RelativePath)
  /// Moves a staged file to where there is none.
  case add(RelativePath)
  /// Moves a staged file to where a folder was, whose name leaves room for it.
  case takeOver(RelativePath)
  /// Moves a staged file over one of an earlier build.
  case replace(RelativePath)

  var isReplacement: Bool {
    if case .replace = self { true } else { false }
  }
}
