internal import CertificateVerification
internal import FileTrees

/// The folder of issued files as it is on the disk: what the plan asks for with its bytes, and all else by its name.
struct IssuedFolder {
  /// The bytes of the planned files that are there.
  private(set) var files: [String: [UInt8]] = [:]
  /// Everything that lies there.
  private(set) var found: [FoundFile] = []

  /// Reads what the plan asks for, and looks at the rest; files of keys are only looked at from outside.
  init(_ path: String, for verifier: CertificateVerifier) throws(FileSystemError) {
    for name in verifier.files {
      do throws(FileSystemError) {
        files[name] = try readRegularFile("\(path)/\(name)", limit: Self.limit)
      } catch {
        guard error.isMissing else { throw error }
      }
    }
    for entry in try Directory(path: path).entries() where entry.kind == .file {
      let (name, file) = (entry.path.text, "\(path)/\(entry.path.text)")
      let isKey = verifier.keyFiles.contains(name)
      // What we may not read is nothing that we can say anything of.
      let bytes = isKey ? [] : files[name] ?? (try? readRegularFile(file, limit: Self.limit)) ?? []
      found.append(
        FoundFile(path: name, isOpen: try othersMayRead(file), holdsKey: isKey || FoundFile.holdsKey(bytes)))
    }
  }

  /// One byte more than this is read of what is longer: the verifier says so.
  private static let limit = 1 << 20
}
