/// A rule of the data path: what it is called, what comes of it where it is broken, and where it stands in the source.
package struct Rule: Sendable {
  /// The number that the rules have among each other: `2.14`.
  package let number: String
  /// What has to be so, in a few words.
  package let title: String
  /// What becomes of requests where it is not.
  package let disposition: Disposition
  /// What a client sees then, as Envoy or ztunnel says it.
  package let symptom: String
  /// Where it is decided (istio/istio 1.30.3, unless another place is named).
  package let source: String
}

/// Proxies and their control plane.
extension Rule {
  static let controlPlane = Rule(
    number: "4.1", title: "the proxies reach a control plane", disposition: .controlPlaneMissing,
    symptom: "the proxy never gets ready: connection error … dial tcp … i/o timeout",
    source: "istio.io, install/multicluster/primary-remote; manifests/charts/istio-control/istio-discovery")
  static let controlPlaneCertificate = Rule(
    number: "4.2", title: "they trust its certificate", disposition: .controlPlaneMissing,
    symptom: "the proxy never gets ready: x509: certificate signed by unknown authority",
    source: "pilot/pkg/serviceregistry/kube/controller/namespacecontroller.go")
  static let proxyToken = Rule(
    number: "4.3", title: "it knows their cluster", disposition: .controlPlaneMissing,
    symptom: "client claims to be in cluster X, but we only know about local cluster Y and remote clusters […]",
    source: "security/pkg/server/ca/authenticate/kubeauth/kube_jwt.go")
}

/// What a control plane knows.
extension Rule {
  static let readsCluster = Rule(
    number: "1.1", title: "the client's control plane reads the cluster", disposition: .noEndpoint,
    symptom:
      "everything works, but only one cluster answers; where no other has the service: 503 UH no healthy upstream",
    source: "pkg/kube/multicluster/secretcontroller.go")
  static let watchedNamespace = Rule(
    number: "1.7", title: "it looks at the service's namespace", disposition: .notVisible,
    symptom: "could not resolve host, or passed on without mutual TLS; 502 BlackHoleCluster under REGISTRY_ONLY",
    source: "pkg/kube/namespace/filter.go")
  static let sharedService = Rule(
    number: "1.10", title: "the service leaves its cluster", disposition: .noEndpoint,
    symptom: "everything works, but only one cluster answers",
    source: "pilot/pkg/model/cluster_local.go; pilot/pkg/serviceregistry/kube/controller/serviceexportcache.go")
  static let visibleService = Rule(
    number: "2.2", title: "the client sees the service", disposition: .notVisible,
    symptom: "HTTP goes to the service's address without mutual TLS; under REGISTRY_ONLY 502 BlackHoleCluster",
    source: "pilot/pkg/model/sidecar.go")
  static let networkView = Rule(
    number: "2.6", title: "the client's proxy looks at that network", disposition: .noEndpoint,
    symptom: "503 UH no healthy upstream", source: "pilot/pkg/model/proxy_view.go")
}

/// Ways to the pods.
extension Rule {
  static let route = Rule(
    number: "2.8", title: "the way is the pods' own address, or a gateway", disposition: .noGateway,
    symptom: "503 UF upstream connect error … connection timeout: pods' own addresses are dialled",
    source: "pilot/pkg/xds/endpoints/ep_filters.go, EndpointsByNetworkFilter")
  static let mutualTLS = Rule(
    number: "2.9", title: "requests are sent by mutual TLS", disposition: .noEndpoint,
    symptom: "503 UH no healthy upstream: what is in plain text has no gateway",
    source: "pilot/pkg/xds/endpoints/mtls_checker.go")
  static let gatewayPods = Rule(
    number: "2.13", title: "the gateway's port leads to pods that listen", disposition: .gatewayUnreachable,
    symptom: "503 UF upstream connect error … Connection refused",
    source: "pilot/pkg/networking/core/gateway.go")
  static let gatewayAddress = Rule(
    number: "2.11", title: "the gateway has an address", disposition: .gatewayUnreachable,
    symptom: "503 UF upstream connect error … connection timeout",
    source: "pilot/pkg/serviceregistry/kube/controller/network.go")
  static let serverName = Rule(
    number: "2.14", title: "the gateway takes in the service's name", disposition: .gatewayRefuses,
    symptom: "503 UF … TLS_error … Connection reset by peer; the gateway's log: 0 NR filter_chain_not_found",
    source: "pilot/pkg/networking/core/gateway.go, builtAutoPassthroughFilterChains")
  static let gatewayEndpoints = Rule(
    number: "2.15", title: "the gateway finds the pods on its network", disposition: .gatewayRefuses,
    symptom: "503 UF … Connection reset by peer; the gateway's log: UH",
    source: "pilot/pkg/xds/endpoints/endpoint_builder.go")
  static let domain = Rule(
    number: "2.16", title: "both call the service by one name", disposition: .gatewayRefuses,
    symptom: "503 UF … Connection reset by peer; the gateway's log: 0 NR filter_chain_not_found",
    source: "pilot/pkg/serviceregistry/kube/conversion.go")
}

/// Trust, in both directions of every hop.
extension Rule {
  static let roots = Rule(
    number: "7.1", title: "each side trusts the other's root", disposition: .rootRefused,
    symptom: "503 UF … TLS_error: … CERTIFICATE_VERIFY_FAILED", source: "security/pkg/nodeagent/cache/secretcache.go")
  static let serverIdentity = Rule(
    number: "2.17", title: "the service has the identity that the client expects", disposition: .identityRefused,
    symptom: "503 UF … TLS_error: … CERTIFICATE_VERIFY_FAILED",
    source: "pilot/pkg/model/push_context.go, addServiceAccounts; kube/controller/multicluster.go")
  static let clientIdentity = Rule(
    number: "2.18", title: "the client has an identity that the service takes", disposition: .identityRefused,
    symptom: "503 UF … reset; the server's log: TLS error", source: "pilot/pkg/security/model/authentication.go")
  static let policy = Rule(
    number: "2.19", title: "the service takes mutual TLS", disposition: .policyRefused,
    symptom: "503 UF … TLS error", source: "pilot/pkg/networking/plugin/authn/util.go")
}

/// The ambient data plane.
extension Rule {
  static let ambientSwitch = Rule(
    number: "3", title: "both control planes know of ambient networks", disposition: .noEndpoint,
    symptom: "everything works, but only one cluster answers", source: "pilot/pkg/features/ambient.go")
  static let scope = Rule(
    number: "3.1", title: "the service is everybody's in both clusters", disposition: .noEndpoint,
    symptom: "everything works, but only one cluster answers",
    source: "pilot/pkg/serviceregistry/ambient/services.go, matchServiceScope")
  static let nodeNetwork = Rule(
    number: "3.4", title: "the nodes' proxies know their network", disposition: .notVisible,
    symptom: "passed on without mutual TLS", source: "ztunnel release-1.30, src/proxy/outbound.rs")
  static let ambientGateway = Rule(
    number: "3.7", title: "the other network has a gateway", disposition: .noGateway,
    symptom: "everything works, but only one cluster answers",
    source: "pilot/pkg/serviceregistry/ambient/networks.go")
  static let ambientDomain = Rule(
    number: "3.13", title: "both have one trust domain", disposition: .identityRefused,
    symptom: "connection closed; ztunnel: peer did not present the expected trustdomain (…)",
    source: "ztunnel release-1.30, src/tls/certificate.rs")
}
