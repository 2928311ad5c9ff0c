/// The folder in which a write prepares: inside the directory, so that a rename takes files to their places.
///
/// It holds the new bytes of each step under the step's number, and files that were set aside. There is no journal: the
/// topology can make every file anew, and what is there tells which are still to be made, so that the next write goes
/// on wherever one was killed. What stands in the folder is only ever removed, whoever put it there.
///
/// Nothing is synchronised to the disk. What is promised holds against a kill and a full disk, and for those the order
/// of the calls is enough; against a power failure the directory has git and another build.
struct Staging: ~Copyable {
  static let name = ".meshgen-staging"
  /// What earlier releases of meshgen also left there.
  private static let formerNames = ["journal.draft", "journal"]

  private let folder: SystemCalls.Descriptor
  private let shown: String

  /// Opens the staging folder of a directory; throws where there is none.
  init(of directory: borrowing OpenDirectory) throws(FileSystemError) {
    folder = try SystemCalls.openFolder(Self.place(in: directory))
    shown = directory.shown(Self.name)
  }

  /// Where the staging folder of a directory stands.
  static func place(in directory: borrowing OpenDirectory) -> SystemCalls.Place {
    SystemCalls.Place(folder: directory.root.number, name: name, shown: directory.shown(name))
  }

  /// Where a file of the folder stands.
  func place(_ name: String) -> SystemCalls.Place {
    SystemCalls.Place(folder: folder.number, name: name, shown: "\(shown)/\(name)")
  }

  /// Where the bytes of a step stand.
  func place(ofStep number: Int) -> SystemCalls.Place { place(String(number)) }

  func holds(_ place: SystemCalls.Place) throws(FileSystemError) -> Bool { try SystemCalls.kind(of: place) != nil }

  /// The names of the files; throws where there is anything that no write leaves there.
  func names() throws(FileSystemError) -> [String] {
    let names = try SystemCalls.names(in: place("."))
    if let other = names.first(where: { !isOurs($0) }) {
      throw FileSystemError(
        "clear", place(other.text).shown, because: "no build put it there; move it away, and run the command again")
    }
    return names.map(\.text)
  }

  private func isOurs(_ name: SystemCalls.Name) -> Bool {
    let isNumber = name.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return name.kind == .file && (isNumber || Self.formerNames.contains(name.text))
  }
}
