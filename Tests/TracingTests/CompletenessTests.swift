import AppliedMesh
import Testing
import Tracing
import YAMLWriting

/// Whatever is taken away from a mesh changes what becomes of somebody's requests, or is known to be for something else.
struct CompletenessTests {
  /// What no request between clusters rests on, as far as manifests can say it, and why.
  private static let others: [String: String] = [
    "HorizontalPodAutoscaler": "how many pods there are", "PodDisruptionBudget": "how pods are drained",
    "ServiceAccount": "the pods' own name, which gateways that pass TLS on do not show",
    "Role": "rights", "RoleBinding": "rights", "ClusterRole": "rights", "ClusterRoleBinding": "rights",
    "Subscription": "how the operator comes", "OperatorGroup": "how the operator comes",
    "IstioCNI": "how pods are redirected on their nodes", "ZTunnel": "assumed where nothing says it",
    "PushSecret": "what a store hands on", "NetworkPolicy": "what default deny would refuse",
    "Bundle": "anchors for clients without proxies", "Certificate": "how an authority comes",
    "Deployment/sleep": "the client of the verification", "Service/sleep": "the client of the verification",
    "ExternalSecret/cacerts": "how an authority comes", "Service/helloworld": "assumed",
    "Namespace/sample": "assumed", "Namespace/istio-cni": "where the plug-in lives",
    "Namespace/ztunnel": "where they live",
    "Namespace/sail-operator": "where the operator lives", "Namespace/shop": "of applications that are not asked about",
    "Secret/istio-reader-service-account-istio-remote-secret-token": "what a command makes the remote secret from",
  ]

  private static func isOther(_ object: AppliedObject) -> Bool {
    // That the service runs is assumed; its Deployments are called after the clusters.
    others[object.kind] != nil || others["\(object.kind)/\(object.name)"] != nil
      || object.kind == "Deployment" && object.name.hasPrefix("helloworld-")
  }

  private static let goldens = [
    "sail/multi-primary-multi-network", "sail/primary-remote-multi-network", "sail/ambient", "sail/flux",
    "sail/multi-primary-external-secrets", "helm/multi-primary-multi-network", "helm/primary-remote", "helm/ambient",
  ]

  @Test(arguments: goldens)
  func `every object that is taken away is missed`(name: String) throws {
    let mesh = try Meshes.planned(name)
    let before = Meshes.pairs(of: mesh)
    for (row, cluster) in mesh.clusters.enumerated() {
      for (column, object) in cluster.objects.enumerated() where !Self.isOther(object) {
        var clusters = mesh.clusters
        clusters[row].objects.remove(at: column)
        let after = Meshes.pairs(of: AppliedMesh(clusters: clusters, trust: mesh.trust, secrets: mesh.secrets))
        #expect(after != before, "\(object.kind) \(object.name) of \(cluster.name)")
      }
    }
  }

  @Test(arguments: goldens)
  func `every release and every remote secret that is taken away is missed`(name: String) throws {
    let mesh = try Meshes.planned(name)
    let before = Meshes.pairs(of: mesh)
    for (row, cluster) in mesh.clusters.enumerated() {
      for (column, release) in cluster.releases.enumerated() where ["istiod", "gateway"].contains(release.chart) {
        var clusters = mesh.clusters
        clusters[row].releases.remove(at: column)
        let after = Meshes.pairs(of: AppliedMesh(clusters: clusters, trust: mesh.trust, secrets: mesh.secrets))
        #expect(after != before, "\(release.name) of \(cluster.name)")
      }
    }
    for index in mesh.secrets.indices {
      var secrets = mesh.secrets
      secrets.remove(at: index)
      let after = Meshes.pairs(of: AppliedMesh(clusters: mesh.clusters, trust: mesh.trust, secrets: secrets))
      #expect(after != before, "\(mesh.secrets[index].id)")
    }
  }

  @Test(arguments: ["sail/multi-primary-multi-network", "sail/primary-remote-multi-network"])
  func `every label by which a gateway is found is missed`(name: String) throws {
    let mesh = try Meshes.planned(name)
    let before = Meshes.pairs(of: mesh)
    for (row, cluster) in mesh.clusters.enumerated() {
      for (column, object) in cluster.objects.enumerated()
      where object.kind == "Service" && object.name.contains("gateway") {
        for key in object.labels.keys where key.hasPrefix("topology.istio.io/") {
          var labels = object.labels
          labels[key] = nil
          var clusters = mesh.clusters
          clusters[row].objects[column] = AppliedObject(
            object.apiVersion, object.kind, object.name, in: object.namespace, labels: labels,
            annotations: object.annotations, object.content, from: object.file)
          let after = Meshes.pairs(of: AppliedMesh(clusters: clusters, trust: mesh.trust, secrets: mesh.secrets))
          #expect(after != before, "\(key) of \(object.name) in \(cluster.name)")
        }
      }
    }
  }
}
