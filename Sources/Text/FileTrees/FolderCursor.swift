/// The folders that lead to the place last worked on, kept open: paths come sorted, so the next one shares most.
struct FolderCursor: ~Copyable {
  private var names: [Substring] = []
  private var descriptors: [CInt] = []

  /// The descriptor of a folder, entered part by part.
  mutating func enter(_ parts: [Substring], below root: CInt, of path: String) throws(FileSystemError) -> CInt {
    leave(to: zip(names, parts).prefix { $0 == $1 }.count)
    while names.count < parts.count {
      let name = parts[names.count]
      let shown = path + "/" + parts[...names.count].joined(separator: "/")
      let place = SystemCalls.Place(folder: descriptors.last ?? root, name: String(name), shown: shown)
      descriptors.append(try SystemCalls.openFolder(place).released())
      names.append(name)
    }
    return descriptors.last ?? root
  }

  private mutating func leave(to count: Int) {
    while names.count > count {
      names.removeLast()
      SystemCalls.end(descriptors.removeLast())
    }
  }

  deinit {
    descriptors.forEach(SystemCalls.end)
  }
}
