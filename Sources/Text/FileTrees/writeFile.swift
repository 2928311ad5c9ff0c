/// Writes one file, in the place of an older one: at any moment the old bytes are there, or the new ones.
///
/// - Parameters:
///   - path: The path as the user gave it; its folder must be there.
///   - bytes: The new bytes.
/// - Throws: What the system says, that the folder is not there, say.
package func writeFile(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
  let cut = path.lastIndex(of: "/")
  let folder = try SystemCalls.openFolder(cut.map { String(path[...$0]) } ?? ".")
  let name = cut.map { String(path[path.index(after: $0)...]) } ?? path
  let target = SystemCalls.Place(folder: folder.number, name: name, shown: path)
  let staged = SystemCalls.Place(folder: folder.number, name: ".\(name).new", shown: path + ".new")
  var calls = SystemCalls(faults: .none)
  // What an interrupted run has left.
  if try SystemCalls.kind(of: staged) == .file { try calls.removeFile(staged) }
  try calls.createFile(bytes, at: staged)
  try calls.move(staged, to: target, needsRoom: true)
}
