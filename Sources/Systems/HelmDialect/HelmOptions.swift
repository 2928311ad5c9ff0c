internal import Istio

/// What the dialect reads of a topology beyond what all dialects do.
package struct HelmOptions: Sendable {
  let istio: IstioOptions
  let charts: ChartSource
}
