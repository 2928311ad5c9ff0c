extension OpenDirectory {
  /// Puts all new bytes and the journal into the staging folder, the journal under its final name last.
  mutating func stage(_ plan: WritePlan) throws(FileSystemError) {
    try system.createFolder(Staging.place(in: self))
    let staging = try Staging(of: self)
    for (number, bytes) in plan.bytes.sorted(by: { $0.key < $1.key }) {
      try system.createFile(bytes, at: staging.place(ofStep: number))
    }
    let draft = staging.place(Staging.draft)
    try system.createFile(Journal(steps: plan.steps).bytes, at: draft)
    try system.move(draft, to: staging.place(Staging.journal), needsRoom: true)
  }

  /// Removes the staging folder of a write that is not to be, the journal first.
  mutating func discardStaging() throws(FileSystemError) {
    let staging = try Staging(of: self)
    let names = try staging.names()
    let ordered = names.filter { $0 == Staging.journal } + names.filter { $0 != Staging.journal }
    for name in ordered { try system.removeFile(staging.place(name)) }
    try system.removeFolder(Staging.place(in: self))
  }

  /// Removes the staging folder of a write that is complete, the journal last: what is left then needs no comment.
  mutating func finishStaging() throws(FileSystemError) {
    let staging = try Staging(of: self)
    let names = try staging.names()
    for name in names where name != Staging.journal { try system.removeFile(staging.place(name)) }
    if names.contains(Staging.journal) { try system.removeFile(staging.place(Staging.journal)) }
    try system.removeFolder(Staging.place(in: self))
  }
}
