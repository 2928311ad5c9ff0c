package import ArgumentParser

/// What the exit status of a program means.
package enum ExitStatus: Int32 {
  case fine = 0
  /// Errors in what was given, or differences from it.
  case findings = 1
  case usage = 2
  case fileSystem = 3

  package var code: ExitCode { ExitCode(rawValue) }
}
