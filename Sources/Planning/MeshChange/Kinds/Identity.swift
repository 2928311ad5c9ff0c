internal import Diagnostics

/// Changes of the names that a mesh knows itself by.
let identityKinds: [ChangeKind] = [
  .trustDomain, .meshID, .clusterRenamed, .networkRenamed, .clusterDomain, .renamed,
]

extension ChangeKind {
  static let trustDomain = ChangeKind(
    801, "trust-domain", .dangerous,
    "The trust domain changes: the first part of every workload's identity.",
    because: """
      Certificates of both names exist side by side until every pod has a new one, policies that name the old identities \
      match nobody, and where no alias is known, peers refuse each other.
      """,
    instead: """
      First make the old domain an alias, in `values: {meshConfig: {trustDomainAliases: [OLD]}}`, in all clusters; then \
      change the domain; drop the alias once no policy and no certificate has the old name.
      """,
    sources: ["istio.io, \"Trust Domain Migration\""],
    before: "mesh: {trustDomain: old.example.com}", after: "mesh: {trustDomain: new.example.com}")

  static let meshID = ChangeKind(
    802, "mesh-id", .dangerous,
    "The mesh's ID changes, said or derived from the topology's name.",
    because: """
      Control planes and proxies that have started with different IDs take each other for another mesh: telemetry falls \
      apart, and what is bound to the ID (a fleet, dashboards, federation) loses the clusters.
      """,
    instead: "Keep the ID: `mesh: {id: OLD}` holds it whatever the topology is called.",
    before: "mesh: {id: shop}", after: "mesh: {id: store}")

  static let clusterRenamed = ChangeKind(
    803, "cluster-renamed", .dangerous,
    "A cluster goes and one that looks just like it comes: it looks like a new name for the same cluster.",
    because: """
      The name is istiod's cluster ID, the key of its remote secret and the name in its certificates. The control plane \
      refuses proxies that have started with the old one, and the others read the cluster twice, or not at all.
      """,
    instead:
      "Say that it is a rename: `renamed: {clusters: [{from: OLD, to: NEW}]}`, and follow the steps of the change.",
    sources: ["istio/istio#28381"],
    before: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: west, network: network2, apiServer: "https://api.two.example.com:6443"}
      """)

  static let networkRenamed = ChangeKind(
    804, "network-renamed", .dangerous,
    "All clusters of a network are on one of another name.",
    because: """
      Proxies keep the network that they have started with. Until the last pod has restarted, pods of one network count as \
      being on two, and are sent through a gateway that is not there for them.
      """,
    instead: """
      Say that it is a rename: `renamed: {networks: [{from: OLD, to: NEW}]}`, and restart all workloads at once; a \
      network's name is for people, and seldom worth it.
      """,
    sources: ["istio/istio#29359"],
    before: """
      networks: [{name: network1}, {name: network2}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      networks: [{name: network1}, {name: dublin}]
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: dublin, apiServer: "https://api.two.example.com:6443"}
      """)

  static let clusterDomain = ChangeKind(
    805, "cluster-domain", .dangerous,
    "The DNS domain of the clusters' Services changes.",
    because: """
      It is the end of every service's full name. Routes, policies and clients that name services in full no longer find \
      them, and no cluster takes another domain while it runs.
      """,
    instead: "Build new clusters with the domain, and move workloads.",
    before: "mesh: {clusterDomain: cluster.local}", after: "mesh: {clusterDomain: corp.example.com}")

  static let renamed = ChangeKind(
    806, "renamed", .disruptive,
    "A cluster, network, namespace or mesh has a new name, and the topology says so in `renamed`.",
    because: """
      What runs keeps its old name until it restarts. In between, a control plane does not know proxies of the other name, \
      so requests fail until the steps of the change are through.
      """,
    instead: "Drain the cluster's traffic, follow the steps of the change without a pause, and restart its workloads.",
    before: """
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: cluster2, network: network2, apiServer: "https://api.two.example.com:6443"}
      """,
    after: """
      renamed: {clusters: [{from: cluster2, to: west}]}
      clusters:
        - {name: cluster1, network: network1, apiServer: "https://api.one.example.com:6443"}
        - {name: west, network: network2, apiServer: "https://api.two.example.com:6443"}
      """)
}
