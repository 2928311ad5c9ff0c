package import MeshNames

/// The newest release of Istio that OpenShift Service Mesh 3 is known to install.
///
/// A mesh that comes to it anew takes what is maintained for longest.
package let newestServiceMesh: Version? = ServiceMeshRelease.all.map(\.versions.upperBound).max()
