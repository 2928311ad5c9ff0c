internal import Diagnostics
internal import Istio
internal import ManualDiscovery
internal import MeshModel
internal import MeshNames
internal import PeerMeshes
internal import SailOperator

/// Neither control planes nor members are in namespaces that the plan makes for something else.
func checkReserved(_ topology: Topology, _ log: inout FindingLog) {
  let reserved: KeyValuePairs = [
    Operator.cniNamespace: "the CNI plug-in", "sail-operator": "the operator",
    ManualDiscovery.gatewayNamespace: "the gateway that peers come in by",
  ]
  for namespace in topology.meshes.flatMap({ ($0.systemNamespace.map { [$0] } ?? []) + $0.members }) {
    for (name, owner) in reserved where namespace.value.description == name {
      log.report(.sharedNamespace(namespace, with: owner, owner: nil))
    }
  }
}
