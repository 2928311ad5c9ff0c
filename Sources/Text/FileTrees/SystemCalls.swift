#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The system calls of the module, and the only file in which pointers occur.
///
/// What only reads is static. What changes the disk is counted, so that tests can let any one of the changes fail.
struct SystemCalls: Sendable {
  private var faults: FaultPlan

  init(faults: FaultPlan) {
    self.faults = faults
  }

  /// An open file or folder, closed when its owner goes.
  struct Descriptor: ~Copyable {
    let number: CInt

    init(number: CInt) {
      self.number = number
    }

    deinit {
      SystemCalls.end(number)
    }

    /// The number, for an owner that closes it with `end`.
    consuming func released() -> CInt {
      let number = number
      discard self
      return number
    }

    /// Closes now, for the sake of the answer: some file systems say only here that a write failed.
    consuming func end() -> CInt {
      let number = number
      discard self
      return close(number) == 0 ? 0 : errno
    }
  }

  /// A name in an open folder, which is what calls work on that must not follow symbolic links.
  struct Place {
    let folder: CInt
    let name: String
    /// The path for messages.
    let shown: String
  }

  /// What a name stands for.
  enum Kind: Equatable {
    case file, folder, symbolicLink
    case other(Other)
  }

  /// What is neither file nor folder nor link, in words.
  enum Other: String {
    case pipe = "a named pipe"
    case socket = "a socket"
    case device = "a device"
    case closedFolder = "a folder that may not be entered"
    case unreadableName = "something whose name is not UTF-8"
  }

  /// A name in a folder; one that is not UTF-8 is repaired, and no file, since no build writes such a name.
  struct Name {
    let text: String
    let kind: Kind
  }
}

// MARK: Errors

extension SystemCalls {
  static var brokenPipe: CInt { EPIPE }
  static var noSuchFile: CInt { ENOENT }
  static var permissionDenied: CInt { EACCES }
  static var notAFolder: CInt { ENOTDIR }

  /// The system's words for an error, fit for the middle of a sentence.
  static func words(for number: CInt) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    let words = unsafe String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

// MARK: Folders

extension SystemCalls {
  /// Closes a descriptor that was only read from, so that nothing can fail.
  static func end(_ descriptor: CInt) {
    _ = close(descriptor)
  }

  private static var folderFlags: CInt { O_RDONLY | O_DIRECTORY | O_CLOEXEC }

  /// Opens a folder by a path of the user's, through symbolic links.
  static func openFolder(_ path: String) throws(FileSystemError) -> Descriptor {
    let number = unsafe open(path, folderFlags)
    guard number >= 0 else { throw FileSystemError("open the folder", path, number: errno) }
    return Descriptor(number: number)
  }

  /// Opens a folder, but no symbolic link to one.
  static func openFolder(_ place: Place) throws(FileSystemError) -> Descriptor {
    let number = unsafe openat(place.folder, place.name, folderFlags | O_NOFOLLOW)
    guard number >= 0 else {
      let reason = errno
      // The system calls a link "not a directory" here, which would not help the reader.
      guard (try? kind(of: place)) != .symbolicLink else { throw .symbolicLink(place.shown) }
      throw FileSystemError("open the folder", place.shown, number: reason)
    }
    return Descriptor(number: number)
  }

  /// Takes the lock of a folder until its descriptor is closed, by a kill as well; `false` where another has it.
  static func lock(_ folder: borrowing Descriptor) -> Bool {
    // Network file systems that cannot lock a folder say so with other numbers. Refusing to work there would cost
    // more than it saves.
    flock(folder.number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// The names in a folder, in no order.
  static func names(in place: Place) throws(FileSystemError) -> [Name] {
    let folder = try openFolder(place)
    // The stream owns the descriptor that it gets.
    guard let stream = unsafe fdopendir(dup(folder.number)) else {
      throw FileSystemError("list", place.shown, number: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [Name] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      if let name = try unsafe name(in: entry, of: folder, place) { names.append(name) }
    }
    guard errno == 0 else { throw FileSystemError("list", place.shown, number: errno) }
    return names
  }

  private static func name(
    in entry: UnsafeMutablePointer<dirent>, of folder: borrowing Descriptor, _ place: Place
  ) throws(FileSystemError) -> Name? {
    // An entry is shorter than its type says, so the name must be read in its place and not be copied out.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let characters = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    guard let text = unsafe String(validatingCString: characters) else {
      return unsafe Name(text: String(cString: characters), kind: .other(.unreadableName))
    }
    guard text != ".", text != ".." else { return nil }
    switch unsafe CInt(entry.pointee.d_type) {
    case CInt(DT_REG): return Name(text: text, kind: .file)
    case CInt(DT_DIR): return Name(text: text, kind: .folder)
    case CInt(DT_LNK): return Name(text: text, kind: .symbolicLink)
    case CInt(DT_UNKNOWN):
      let inside = Place(folder: folder.number, name: text, shown: "\(place.shown)/\(text)")
      return try kind(of: inside).map { Name(text: text, kind: $0) }
    case CInt(DT_FIFO): return Name(text: text, kind: .other(.pipe))
    case CInt(DT_SOCK): return Name(text: text, kind: .other(.socket))
    default: return Name(text: text, kind: .other(.device))
    }
  }

  /// What stands at a place, without following a symbolic link; `nil` where nothing does.
  static func kind(of place: Place) throws(FileSystemError) -> Kind? {
    var status = stat()
    guard unsafe fstatat(place.folder, place.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno == ENOENT else { throw FileSystemError("examine", place.shown, number: errno) }
      return nil
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    case S_IFIFO: return .other(.pipe)
    case S_IFSOCK: return .other(.socket)
    default: return .other(.device)
    }
  }
}

// MARK: Reading

extension SystemCalls {
  /// Who may do what with a file, by a path of the user's.
  static func permissions(of path: String) throws(FileSystemError) -> mode_t {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw FileSystemError("examine", path, number: errno) }
    return status.st_mode & 0o777
  }

  /// The bytes of a regular file in an open folder.
  static func contents(of place: Place, limit: Int? = nil) throws(FileSystemError) -> [UInt8] {
    // Not to block: somebody may just have put a named pipe there.
    let number = unsafe openat(place.folder, place.name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard number >= 0 else {
      throw errno == ELOOP ? .symbolicLink(place.shown) : FileSystemError("read", place.shown, number: errno)
    }
    return try regularContents(of: Descriptor(number: number), place.shown, limit: nil)
  }

  /// The bytes of a file or a pipe by a path of the user's.
  static func contents(of path: String, limit: Int?) throws(FileSystemError) -> [UInt8] {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw FileSystemError("read", path, number: errno) }
    let file = Descriptor(number: number)
    return try contents(of: file.number, path, limit: limit)
  }

  /// The bytes of a regular file by a path of the user's: nothing that somebody could have others wait at for ever.
  static func regularContents(of path: String, limit: Int?) throws(FileSystemError) -> [UInt8] {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw FileSystemError("read", path, number: errno) }
    return try regularContents(of: Descriptor(number: number), path, limit: limit)
  }

  private static func regularContents(
    of file: consuming Descriptor, _ shown: String, limit: Int?
  ) throws(FileSystemError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FileSystemError("read", shown, because: "it is not a regular file")
    }
    return try contents(of: file.number, shown, limit: limit)
  }

  static func standardInput(limit: Int?) throws(FileSystemError) -> [UInt8] {
    try contents(of: STDIN_FILENO, "standard input", limit: limit)
  }

  /// All bytes, or one more than the limit where there are more than it allows.
  private static func contents(of file: CInt, _ shown: String, limit: Int?) throws(FileSystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = expectedSize(of: file)
    while limit.map({ bytes.count <= $0 }) ?? true {
      let wanted = min(block, limit.map { $0 + 1 - bytes.count } ?? block)
      var failure: CInt = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        let result = unsafe read(file, buffer.baseAddress, wanted)
        failure = result < 0 ? errno : 0
        count = max(result, 0)
      }
      guard failure == 0 || failure == EINTR else { throw FileSystemError("read", shown, number: failure) }
      guard failure == 0 else { continue }
      guard !part.isEmpty else { break }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      block = 1 << 16
    }
    return bytes
  }

  /// A size for the first block: the file's own, so that small files take one call and no copy.
  private static func expectedSize(of file: CInt) -> Int {
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_size > 0 else { return 1 << 16 }
    return min(Int(status.st_size), 1 << 24)
  }

  static func environmentVariable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}

// MARK: Writing to streams

extension SystemCalls {
  static func isTerminal(_ stream: OutputStream) -> Bool { isatty(number(of: stream)) == 1 }

  static func send(_ bytes: [UInt8], to stream: OutputStream) throws(FileSystemError) {
    let failure = send(bytes[...], to: number(of: stream))
    guard failure == 0 else { throw FileSystemError("write to", stream.rawValue, number: failure) }
  }

  private static func number(of stream: OutputStream) -> CInt {
    stream == .standardOutput ? STDOUT_FILENO : STDERR_FILENO
  }

  /// Writes all bytes, in as many pieces as the system likes; the number of the error, or 0.
  private static func send(_ bytes: ArraySlice<UInt8>, to file: CInt) -> CInt {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}

// MARK: Changing the disk

extension SystemCalls {
  /// Creates a file that does not exist; where that fails, a part of it may be left.
  mutating func createFile(_ bytes: [UInt8], at place: Place) throws(FileSystemError) {
    var number: CInt = -1
    try change("create", place.shown, needsRoom: true) {
      number = unsafe openat(place.folder, place.name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
      return number
    }
    let file = Descriptor(number: number)
    // The user's umask must not show in what teams share.
    try change("set the mode of", place.shown) { fchmod(file.number, 0o644) }
    try fill(file, with: bytes, place)
    let failure = file.end()
    try change("write", place.shown, needsRoom: true) {
      errno = failure
      return failure == 0 ? 0 : -1
    }
  }

  private mutating func fill(
    _ file: borrowing Descriptor, with bytes: [UInt8], _ place: Place
  ) throws(FileSystemError) {
    if let effect = faults.next(needsRoom: true) {
      _ = Self.send(bytes[..<(bytes.count / 2)], to: file.number)
      throw FileSystemError("write", place.shown, number: number(of: effect))
    }
    let failure = Self.send(bytes[...], to: file.number)
    guard failure == 0 else { throw FileSystemError("write", place.shown, number: failure) }
  }

  /// Creates a folder, or opens one that is there to everybody.
  mutating func createFolder(_ place: Place) throws(FileSystemError) {
    try change("create the folder", place.shown, needsRoom: true) {
      let result = unsafe mkdirat(place.folder, place.name, 0o755)
      return result != 0 && errno == EEXIST ? 0 : result
    }
    let folder = try Self.openFolder(place)
    try change("set the mode of", place.shown) { fchmod(folder.number, 0o755) }
  }

  /// Creates a folder by a path of the user's; `false` where something is there already.
  mutating func createFolder(_ path: String) throws(FileSystemError) -> Bool {
    var isNew = true
    try change("create the folder", path, needsRoom: true) {
      let result = unsafe mkdir(path, 0o755)
      isNew = result == 0
      return result != 0 && errno == EEXIST ? 0 : result
    }
    if isNew { try change("set the mode of", path) { unsafe chmod(path, 0o755) } }
    return isNew
  }

  /// Removes an empty folder by a path of the user's.
  mutating func removeFolder(_ path: String) throws(FileSystemError) {
    try change("remove the folder", path) { unsafe rmdir(path) }
  }

  /// Removes a folder that is empty; one that is not stays.
  mutating func removeFolder(_ place: Place) throws(FileSystemError) {
    try change("remove the folder", place.shown) {
      let result = unsafe unlinkat(place.folder, place.name, AT_REMOVEDIR)
      return result != 0 && [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR].contains(errno) ? 0 : result
    }
  }

  mutating func removeFile(_ place: Place) throws(FileSystemError) {
    try change("remove", place.shown) { unsafe unlinkat(place.folder, place.name, 0) }
  }

  /// Gives a file another place, where there may be a file already.
  ///
  /// It needs room where the folder may have to grow for the name.
  mutating func move(_ old: Place, to new: Place, needsRoom: Bool) throws(FileSystemError) {
    try change("write", new.shown, needsRoom: needsRoom) {
      unsafe renameat(old.folder, old.name, new.folder, new.name)
    }
  }

  private mutating func change(
    _ operation: String, _ shown: String, needsRoom: Bool = false, _ call: () -> CInt
  ) throws(FileSystemError) {
    if let effect = faults.next(needsRoom: needsRoom) {
      throw FileSystemError(operation, shown, number: number(of: effect))
    }
    guard call() < 0 else { return }
    throw FileSystemError(operation, shown, number: errno)
  }

  private func number(of effect: FaultPlan.Effect) -> CInt {
    switch effect {
    case .kill:
      raise(SIGKILL)
      return EINTR
    case .failure(let number): return number
    case .full: return ENOSPC
    case .broken: return EIO
    }
  }
}
