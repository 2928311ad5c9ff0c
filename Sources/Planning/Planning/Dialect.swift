package import Diagnostics
package import MeshModel

/// A family of distributions and modes that topologies can be compiled for.
///
/// `check` says everything that is wrong with a topology as seen from this distribution; `plan` is asked only when
/// nothing is, and cannot fail.
package protocol Dialect: Sendable {
  /// What the dialect needs to know beyond the checked topology.
  associatedtype Options: Sendable

  var distribution: Distribution.Name { get }

  /// The modes that the dialect plans; of two that plan one mode of a distribution, one is for several meshes.
  var modes: [ControlPlane.Mode] { get }

  /// The keys that the dialect reads of those that mean something in some modes alone.
  var keys: Set<ModeKey> { get }

  /// What the dialect can find to be wrong.
  var findingCodes: [FindingCode] { get }

  /// Reads the dialect's own parts of a topology; `nil` where something is wrong with them, which is in the log.
  func check(_ topology: Topology, into log: inout FindingLog) -> Options?

  func plan(_ topology: CheckedTopology, _ options: Options) -> Plan
}

extension Dialect {
  package var keys: Set<ModeKey> { [] }

  /// All that a dialect has to say about a topology: the findings, and the plan if there are no errors.
  package func compile(_ topology: Topology, into log: inout FindingLog) -> Plan? {
    guard let options = check(topology, into: &log), let checked = CheckedTopology(topology, log: log) else {
      return nil
    }
    return plan(checked, options)
  }
}
