internal import Manifests
internal import MeshModel
internal import MeshNames
internal import Planning
internal import YAMLWriting

/// Argo CD: an Application for each step, and one that is made of all of them.
///
/// The one syncs the others wave by wave, and a wave is done when all of its Applications are healthy. Of these it does
/// not know that without being told how (argo-cd, docs/operator-manual/health.md, "Argocd App").
struct ArgoCD {
  let plan: Plan
  let gitOps: GitOps
  let project: String

  init(_ plan: Plan, _ gitOps: GitOps, project: String) {
    self.plan = plan
    self.gitOps = gitOps
    self.project = project
  }

  var folders: [DeliveryFolder] {
    [
      DeliveryFolder(path: Self.folder, resources: [healthChecks, rollout]),
      DeliveryFolder(path: Self.folder + ["applications"], resources: Rollout(plan).units.map(application)),
    ]
  }

  private static let folder = ["gitops", "argo-cd"]

  /// The Application that is made of the others.
  ///
  /// No Application has a finalizer: taken away, it leaves the mesh as it is. The plan's removal takes a mesh down.
  private var rollout: Resource {
    application(
      "\(plan.topology)",
      [
        "project": .string(project),
        "source": source(at: Self.folder + ["applications"]),
        "destination": ["server": "https://kubernetes.default.svc", "namespace": "\(gitOps.namespace)"],
        "syncPolicy": ["automated": ["prune": true, "selfHeal": true], "retry": retry],
      ])
  }

  private func application(of unit: Rollout.Unit) -> Resource {
    application(
      "\(plan.topology)-\(unit.cluster)-\(unit.name)",
      annotations: ["argocd.argoproj.io/sync-wave": "\(unit.wave)"], spec(of: unit))
  }

  private func application(_ name: String, annotations: [String: String] = [:], _ spec: YAMLValue) -> Resource {
    Resource(
      "argoproj.io/v1alpha1", "Application", name, in: gitOps.namespace, annotations: annotations, ["spec": spec])
  }

  private func spec(of unit: Rollout.Unit) -> YAMLValue {
    guard let release = unit.step.release else {
      return [
        "project": .string(project),
        "source": source(at: unit.folder),
        // A cluster as Argo CD knows it: registered under its name in the topology.
        "destination": ["name": "\(unit.cluster)"],
        "syncPolicy": syncPolicy(of: unit, options: ["ServerSideApply=true"]),
      ]
    }
    return [
      "project": .string(project),
      "sources": [chart(release), values],
      "destination": ["name": "\(unit.cluster)", "namespace": "\(release.namespace)"],
      "syncPolicy": syncPolicy(of: unit, options: ["ServerSideApply=true", "RespectIgnoreDifferences=true"]),
      "ignoreDifferences": Self.filledIn,
    ]
  }
}

extension ArgoCD {
  private func source(at path: [String]) -> YAMLValue {
    ["repoURL": "\(gitOps.repository)", "targetRevision": .string(revision), "path": .string(gitOps.path(to: path))]
  }

  private var revision: String { gitOps.branch?.description ?? "HEAD" }

  /// The chart from its own repository, with the values from this one.
  ///
  /// A registry stands without its scheme (argo-cd, docs/user-guide/helm.md, "Helm OCI").
  private func chart(_ release: ChartRelease) -> YAMLValue {
    [
      "repoURL": .string(String(release.chart.repository.trimmingPrefix("oci://"))),
      "chart": .string(release.chart.name),
      "targetRevision": .string(release.chart.version),
      "helm": [
        "releaseName": .string(release.name),
        "valueFiles": [.string("$values/\(gitOps.path(to: release.valuesPath))")],
      ],
    ]
  }

  private var values: YAMLValue {
    ["repoURL": "\(gitOps.repository)", "targetRevision": .string(revision), "ref": "values"]
  }

  /// What comes behind commands is synced by whoever has carried them out; all else by itself.
  private func syncPolicy(of unit: Rollout.Unit, options: [String]) -> YAMLValue {
    .fields([
      "automated": unit.isBehindCommands ? nil : ["prune": .boolean(unit.isPruned), "selfHeal": true],
      "syncOptions": .strings(options),
      "retry": retry,
    ])
  }

  /// Until it works: the webhooks of a control plane may not answer for some time after it is ready
  /// (istio/istio#61049).
  private var retry: YAMLValue {
    ["limit": -1, "backoff": ["duration": "15s", "factor": 2, "maxDuration": "5m"]]
  }

  /// istiod writes its CA into its webhooks, and makes them strict once it can answer them.
  private static let filledIn: YAMLValue = [
    [
      "group": "admissionregistration.k8s.io",
      "kind": "MutatingWebhookConfiguration",
      "jqPathExpressions": [".webhooks[]?.clientConfig.caBundle"],
    ],
    [
      "group": "admissionregistration.k8s.io",
      "kind": "ValidatingWebhookConfiguration",
      "jqPathExpressions": [".webhooks[]?.clientConfig.caBundle", ".webhooks[]?.failurePolicy"],
    ],
  ]
}

extension Rollout.Unit {
  /// What it is called in its cluster: after its phase, or its release.
  var name: String { step.release?.name ?? step.phase.slug }

  /// The folder of its objects.
  var folder: [String] { ["clusters", cluster.description, step.phase.folder] }

  /// Whether what is no longer in the repository is deleted.
  ///
  /// Never a namespace: with it would go all that somebody else has put into it.
  var isPruned: Bool { !step.resources.contains { $0.kind == "Namespace" } }
}
