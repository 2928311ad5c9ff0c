#if os(Linux)
  import FileTrees
  import Foundation
  import Testing

  struct `A disk that is really full` {
    @Test func `keeps the old tree, byte for byte, and takes the new one once there is room`() throws {
      let disk = try Playground()
      try FileManager.default.createDirectory(atPath: disk.out, withIntermediateDirectories: true)
      guard mount(disk.out) else {
        try Test.cancel("skipped: only root may mount a tmpfs of 256 KiB, and not in every container")
      }
      defer { _ = unsafe umount2(disk.out, CInt(MNT_DETACH)) }
      let large = Builds.new.merging(["large.yaml": String(repeating: "x", count: 300_000)]) { $1 }
      let playground = try Builds.prepare(on: disk.out)
      let directory = playground.directory
      let error = #expect(throws: FileSystemError.self) {
        try directory.write(tree(large), sealedBy: Playground.index)
      }
      #expect(error?.description.hasSuffix("no space left on device; all files are as they were") == true)
      #expect(try playground.snapshot() == Builds.both(Builds.old))
      try playground.write(Builds.new)
      #expect(try playground.snapshot() == Builds.both(Builds.new))
    }

    @Test func `is survived however few pages are left`() throws {
      let disk = try Playground()
      try FileManager.default.createDirectory(atPath: disk.out, withIntermediateDirectories: true)
      guard mount(disk.out) else {
        try Test.cancel("skipped: only root may mount a tmpfs of 256 KiB, and not in every container")
      }
      defer { _ = unsafe umount2(disk.out, CInt(MNT_DETACH)) }
      for pages in 20...60 {
        let playground = try Builds.prepare(on: disk.out)
        let ballast = disk.path("ballast")
        try? Data(count: pages * 4096).write(to: URL(filePath: ballast))
        let error = playground.failure(.none)
        #expect(try playground.snapshot() == Builds.both(error == nil ? Builds.new : Builds.old))
        try? FileManager.default.removeItem(atPath: ballast)
      }
    }

    private func mount(_ path: String) -> Bool {
      unsafe Glibc.mount("tmpfs", path, "tmpfs", 0, "size=256k") == 0
    }
  }
#endif
