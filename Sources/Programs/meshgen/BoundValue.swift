internal import ArgumentParser

/// A value for a binding, as the command line gives it: `NAME=VALUE`.
struct BoundValue: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    name = parts[0]
    value = parts[1]
  }
}
