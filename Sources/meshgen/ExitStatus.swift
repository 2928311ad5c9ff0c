internal import ArgumentParser

/// What the exit status of the program means.
enum ExitStatus: Int32 {
  case fine = 0
  /// Errors in the topology, or differences from it.
  case findings = 1
  case usage = 2
  case fileSystem = 3

  var code: ExitCode { ExitCode(rawValue) }
}
