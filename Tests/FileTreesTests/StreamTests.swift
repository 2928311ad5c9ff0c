import FileTrees
import Foundation
import Testing

struct `Files and streams` {
  @Test func `are read whole`() throws {
    let playground = try Playground()
    let text = String(repeating: "0123456789", count: 20_000)
    try playground.put("a", text)
    #expect(try readFile(playground.path("a"), limit: nil) == Array(text.utf8))
    #expect(try readFile("/dev/null", limit: nil) == [])
  }

  @Test(arguments: [9, 10, 11])
  func `are read to one byte behind the limit`(limit: Int) throws {
    let playground = try Playground()
    try playground.put("a", "0123456789")
    #expect(try readFile(playground.path("a"), limit: limit).count == min(10, limit + 1))
    #expect(try readFile("/dev/zero", limit: limit).count == limit + 1)
  }

  @Test func `that cannot be read are named with the reason`() {
    let missing = #expect(throws: FileSystemError.self) { try readFile("/nowhere/a", limit: nil) }
    #expect(missing?.description == "cannot read /nowhere/a: no such file or directory")
    let folder = #expect(throws: FileSystemError.self) { try readFile("/tmp", limit: nil) }
    #expect(folder?.description == "cannot read /tmp: is a directory")
  }

  @Test func `carry standard input and output`() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      let input = unsafe open("/dev/zero", O_RDONLY)
      dup2(input, STDIN_FILENO)
      try write(Array("read \(readStandardInput(limit: 3).count) bytes".utf8), to: .standardOutput)
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    #expect(output.contains("read 4 bytes"))
  }

  @Test func `say when their reader has gone`() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_IGN)
      var ends: [CInt] = [0, 0]
      #expect(unsafe pipe(&ends) == 0)
      close(ends[0])
      dup2(ends[1], STDOUT_FILENO)
      let error = #expect(throws: FileSystemError.self) { try write([1], to: .standardOutput) }
      #expect(error?.isBrokenPipe == true)
    }
  }

  @Test func `know terminals and the environment`() async {
    await #expect(processExitsWith: .success) {
      dup2(unsafe open("/dev/null", O_WRONLY), STDOUT_FILENO)
      #expect(!OutputStream.standardOutput.isTerminal)
      unsafe setenv("FILETREES", "set", 1)
      #expect(environmentVariable("FILETREES") == "set")
      #expect(environmentVariable("FILETREES_UNSET") == nil)
    }
  }
}

struct `A relative path` {
  @Test(arguments: ["", "/a", "a/", "a//b", ".", "a/../b", "a/./b", "..", "a\0b", "a\nb", "a\u{7F}"])
  func `is refused where it leads outside or cannot be printed`(text: String) {
    #expect(RelativePath(untrusted: text) == nil)
  }

  @Test(arguments: ["a", "a/b.yaml", "...", "a b", "é"])
  func `is accepted otherwise`(text: String) {
    #expect(RelativePath(untrusted: text)?.text == text)
  }

  @Test func `is told from one that only looks the same`() {
    #expect(RelativePath("\u{E9}") != RelativePath("e\u{301}"))
  }
}
