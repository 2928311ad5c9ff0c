package import Diagnostics
internal import MeshNames

/// What annotations tell the load balancer before a gateway to do with its connections, whatever cloud it is of.
///
/// A gateway passes TLS through, or ends that of the mesh itself: it needs connections as they were sent. Each row of
/// the tables is from the documents of the controller that reads the annotation, which the finding's page names.
package struct LoadBalancerSettings {
  let settings: [Setting]
  let ports: Set<String>

  /// One annotation.
  struct Setting {
    let key: String
    let value: String
    let place: SourceRange
  }

  /// - Parameters:
  ///   - annotations: The annotations of the gateway's Service, with the places of their keys.
  ///   - ports: The numbers and the names of the ports that must see TLS as it was sent.
  package init(_ annotations: [(key: String, value: String, place: SourceRange)], ports: Set<String>) {
    settings = annotations.map { Setting(key: $0.key, value: $0.value.lowercased(), place: $0.place) }
    self.ports = ports
  }

  /// The annotation that makes the load balancer end TLS, or look for requests in it; `nil` where none does.
  package var endsTLS: SourceRange? {
    endsTLSOnAWS ?? endsTLSOnDigitalOcean
      ?? first { key, value in
        switch key {
        case "load-balancer.hetzner.cloud/protocol", linode + "default-protocol", vultr + "protocol",
          oci + "backend-protocol":
          value.hasPrefix("http")
        case "loadbalancer.openstack.org/default-tls-container-ref": !value.isEmpty
        case "loadbalancer.openstack.org/x-forwarded-for": value.isOn
        case oci + "ssl-ports", vultr + "https-ports", scaleway + "protocol-http": touches(value)
        case scaleway + "certificate-ids": value.contains(":") ? touches(value.partsBeforeColons) : !value.isEmpty
        case alibaba + "protocol-port", "kubernetes.io/elb.protocol-port": touches(value.partsOfHTTP)
        case "service.beta.kubernetes.io/upcloud-load-balancer-config":
          value.filter { !$0.isWhitespace }.contains("\"mode\":\"http\"")
        case "service.cloud.tencent.com/specify-protocol":
          ports.contains { value.json(of: $0).map { $0.contains("http") || $0.contains("tcp_ssl") } ?? false }
        default: value.json("protocol")?.hasPrefix("http") ?? false && isLinodePort(key)
        }
      }
  }

  /// The annotation that makes the load balancer send a line of its own before the connection's; `nil` where none does.
  package var sendsProxyProtocol: SourceRange? {
    first { key, value in
      switch key {
      case aws + "proxy-protocol", scaleway + "proxy-protocol-v1", scaleway + "proxy-protocol-v2":
        value.isOn && (!value.isListOfPorts || touches(value))
      case aws + "proxy-protocol-per-target-group": touches(value)
      case aws + "target-group-attributes":
        value.split(separator: ",").contains { $0.filter { !$0.isWhitespace } == "proxy_protocol_v2.enabled=true" }
      case azure + "pls-proxy-protocol", digitalOcean + "enable-proxy-protocol",
        "load-balancer.hetzner.cloud/uses-proxyprotocol", "loadbalancer.openstack.org/proxy-protocol",
        oci + "connection-proxy-protocol-version", "oci-network-load-balancer.oraclecloud.com/is-ppv2-enabled",
        linode + "default-proxy-protocol", linode + "proxy-protocol", alibaba + "proxy-protocol",
        vultr + "proxy-protocol", "kubernetes.civo.com/loadbalancer-enable-proxy-protocol",
        "service.beta.kubernetes.io/ovh-loadbalancer-proxy-protocol":
        value.isOn
      case "service.kubernetes.io/ibm-load-balancer-cloud-provider-enable-features": value.contains("proxy-protocol")
      default: value.json("proxy-protocol")?.isOn ?? false && isLinodePort(key)
      }
    }
  }

  /// A certificate is for the ports that are listed, or for all of them; `http` holds for those without one (Kubernetes,
  /// pkg "cloud-provider-aws", and kubernetes-sigs/aws-load-balancer-controller, docs/guide/service/annotations.md).
  private var endsTLSOnAWS: SourceRange? {
    if let certificate = setting(aws + "ssl-cert"), !certificate.value.isEmpty,
      setting(aws + "ssl-ports").map({ touches($0.value) }) ?? true
    {
      return certificate.place
    }
    return setting(aws + "backend-protocol").flatMap { $0.value.hasPrefix("http") ? $0.place : nil }
  }

  /// Ports of TLS may be passed through; a certificate without a list of them is for 443
  /// (digitalocean/digitalocean-cloud-controller-manager, docs/controllers/services/annotations.md).
  private var endsTLSOnDigitalOcean: SourceRange? {
    let isPassedThrough = setting(digitalOcean + "tls-passthrough")?.value.isOn ?? false
    let protocols = setting(digitalOcean + "protocol")
    if let protocols, protocols.value.hasPrefix("http"), !(isPassedThrough && protocols.value != "http") {
      return protocols.place
    }
    if let http = setting(digitalOcean + "http-ports"), touches(http.value) { return http.place }
    guard !isPassedThrough else { return nil }
    for key in ["tls-ports", "http2-ports", "http3-port"] {
      if let listed = setting(digitalOcean + key), touches(listed.value) { return listed.place }
    }
    guard let certificate = setting(digitalOcean + "certificate-id"), setting(digitalOcean + "tls-ports") == nil else {
      return nil
    }
    return touches("443") ? certificate.place : nil
  }

  func setting(_ key: String) -> Setting? { settings.first { $0.key == key } }

  func first(where isMeant: (String, String) -> Bool) -> SourceRange? {
    settings.first { isMeant($0.key, $0.value) }?.place
  }

  /// Whether a list of ports has one of the gateway's; `*` is all of them.
  private func touches(_ list: String) -> Bool {
    list.parts.contains { $0 == "*" || $0 == "true" || ports.contains($0) }
  }

  /// Whether the key is that of one port of the gateway: `…linode-loadbalancer-port-15443`.
  private func isLinodePort(_ key: String) -> Bool {
    key.hasPrefix(linode + "port-") && ports.contains(String(key.dropFirst("\(linode)port-".count)))
  }
}

private let aws = "service.beta.kubernetes.io/aws-load-balancer-"
private let azure = "service.beta.kubernetes.io/azure-"
private let digitalOcean = "service.beta.kubernetes.io/do-loadbalancer-"
private let oci = "service.beta.kubernetes.io/oci-load-balancer-"
private let scaleway = "service.beta.kubernetes.io/scw-loadbalancer-"
private let linode = "service.beta.kubernetes.io/linode-loadbalancer-"
private let alibaba = "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-"
private let vultr = "service.beta.kubernetes.io/vultr-loadbalancer-"
