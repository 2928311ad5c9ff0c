import Foundation
import Testing

/// Puts a script where a test's `PATH` finds it.
///
/// Another program makes the file: were it written here, a process that some other test starts at that moment would hold
/// it open, and to run it would fail ("Text file busy").
func installProgram(_ script: String, at url: URL) throws {
  let source = url.appendingPathExtension("source")
  try Data(script.utf8).write(to: source)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["install", "-m", "755", source.path, url.path]
  try process.run()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
}
