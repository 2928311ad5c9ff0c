internal import Diagnostics
internal import MeshNames

/// Says which files a topology asks for that are not written.
func checkTools(_ topology: Topology, _ log: inout FindingLog) {
  guard let tools = topology.certificateAuthority?.tools, let first = tools.first, let last = tools.last else { return }
  log.report(.toolsNotWritten(tools.map(\.value.rawValue), at: first.range.joined(with: last.range)))
}
