internal import Diagnostics
internal import Manifests
internal import YAMLReading

extension Resource {
  /// A finding for each field of a patch that this kind of object is not known to have.
  func unknownFields(in patch: Node.Mapping) -> [Finding] { unknownFields(in: .mapping(patch), at: "", of: kind) }

  private func unknownFields(in node: Node, at path: String, of place: String) -> [Finding] {
    switch node {
    case .sequence(let list): list.items.flatMap { unknownFields(in: $0, at: "\(path)[]", of: "\(place)[]") }
    case .scalar: []
    case .mapping(let mapping):
      mapping.entries.flatMap { entry -> [Finding] in
        let (path, key) = (path.isEmpty ? entry.key.text : "\(path).\(entry.key.text)", entry.key.text)
        guard let known = knownFields[place], !known.contains(key) else {
          return unknownFields(in: entry.value, at: path, of: "\(place).\(key)")
        }
        return [.unknownField(path, entry.key, of: kind, among: known)]
      }
    }
  }
}

/// The fields of what people patch, by kind and path; what is not here is not looked at.
///
/// From kubernetes.io, API reference of 1.34, and sail-operator 1.30, api/v1.
private let knownFields: [String: [String]] = {
  let pod = "Deployment.spec.template.spec"
  let tables: [(String, String)] = [
    ("Deployment", "spec"),
    (
      "Deployment.spec",
      "minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector strategy template"
    ),
    ("Deployment.spec.strategy", "rollingUpdate type"),
    ("Deployment.spec.strategy.rollingUpdate", "maxSurge maxUnavailable"),
    ("Deployment.spec.template", "metadata spec"), ("Deployment.spec.template.metadata", "annotations labels"),
    (pod, podFields), ("\(pod).containers[]", containerFields), ("\(pod).initContainers[]", containerFields),
    ("Service", "spec"), ("Service.spec", serviceFields),
    ("Service.spec.ports[]", "appProtocol name nodePort port protocol targetPort"),
    ("HorizontalPodAutoscaler", "spec"),
    ("HorizontalPodAutoscaler.spec", "behavior maxReplicas metrics minReplicas scaleTargetRef"),
    ("PodDisruptionBudget", "spec"),
    ("PodDisruptionBudget.spec", "maxUnavailable minAvailable selector unhealthyPodEvictionPolicy"),
    ("NetworkPolicy", "spec"), ("NetworkPolicy.spec", "egress ingress podSelector policyTypes"),
    ("Secret", "data immutable stringData type"),
    ("ServiceAccount", "automountServiceAccountToken imagePullSecrets secrets"),
    ("Istio", "spec"), ("Istio.spec", "namespace profile updateStrategy values version"),
    (
      "Istio.spec.updateStrategy",
      "inactiveRevisionDeletionGracePeriodSeconds type updateWorkloads"
    ),
    ("IstioCNI", "spec"), ("IstioCNI.spec", "namespace profile values version"),
    ("ZTunnel", "spec"), ("ZTunnel.spec", "namespace profile values version"),
    ("Subscription", "spec"),
    ("Subscription.spec", "channel config installPlanApproval name source sourceNamespace startingCSV"),
  ]
  return Dictionary(tables.map { ($0.0, $0.1.split(whereSeparator: \.isWhitespace).map(String.init)) }) { $1 }
}()

private let podFields = """
  activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy enableServiceLinks
  ephemeralContainers hostAliases hostIPC hostNetwork hostPID hostUsers hostname hostnameOverride imagePullSecrets
  initContainers nodeName nodeSelector os overhead preemptionPolicy priority priorityClassName readinessGates
  resourceClaims resources restartPolicy runtimeClassName schedulerName schedulingGates securityContext serviceAccount
  serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations
  topologySpreadConstraints volumes
  """

private let containerFields = """
  args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe resizePolicy resources
  restartPolicy restartPolicyRules securityContext startupProbe stdin stdinOnce terminationMessagePath
  terminationMessagePolicy tty volumeDevices volumeMounts workingDir
  """

private let serviceFields = """
  allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy healthCheckNodePort
  internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP loadBalancerSourceRanges ports
  publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig trafficDistribution type
  """
