internal import Diagnostics
internal import MeshModel

/// Where a platform's clusters run: pods at two sites reach each other only if somebody has seen to it.
enum Site: Hashable {
  case premises, aws, azure
  case googleCloud
  /// A cluster of some other make, wherever it is.
  case elsewhere
}

extension Cluster.Platform {
  var site: Site {
    switch self {
    case .gdcVMware, .gdcBareMetal: .premises
    case .eks, .gkeOnAWS: .aws
    case .aks, .gkeOnAzure: .azure
    case .gke: .googleCloud
    case .kubernetes, .openshift, .k3s, .rke2: .elsewhere
    }
  }

  /// Whether Google has made neither the cluster nor its fleet membership: asmcli has an option for these.
  var isAttached: Bool { [.eks, .aks, .kubernetes, .k3s, .rke2].contains(self) }

  /// The platform as people name it.
  var inWords: String {
    switch self {
    case .gdcVMware: "Google Distributed Cloud on VMware"
    case .gdcBareMetal: "Google Distributed Cloud on bare metal"
    case .gkeOnAWS: "GKE on AWS"
    case .gkeOnAzure: "GKE on Azure"
    case .eks: "Amazon EKS"
    case .aks: "Microsoft AKS"
    case .gke: "GKE on Google Cloud"
    case .openshift: "OpenShift"
    case .k3s: "k3s"
    case .rke2: "RKE2"
    case .kubernetes: "attached clusters"
    }
  }
}

extension Cluster {
  /// The platform, as the topology has it or not.
  var site: Site { (platform?.value ?? .kubernetes).site }
}
