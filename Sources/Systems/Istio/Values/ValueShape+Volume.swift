package import Planning

/// Kubernetes' volumes, as Istio's values hold them.
extension ValueShape {
  /// core/v1 VolumeMount.
  package static let volumeMount: ValueShape = .fields([
    "mountPath": .text, "mountPropagation": .text, "name": .text, "readOnly": .boolean, "recursiveReadOnly": .text,
    "subPath": .text, "subPathExpr": .text,
  ])

  /// core/v1 LocalObjectReference.
  package static let localObjectReference: ValueShape = .fields(["name": .text])

  /// core/v1 KeyToPath.
  package static let keyToPath: ValueShape = .fields(["key": .text, "mode": .integer, "path": .text])

  /// core/v1 DownwardAPIVolumeFile.
  package static let downwardFile: ValueShape = .fields([
    "fieldRef": .fieldRef, "mode": .integer, "path": .text, "resourceFieldRef": .resourceFieldRef,
  ])

  /// core/v1 PersistentVolumeClaimTemplate.
  package static let volumeClaimTemplate: ValueShape = .fields([
    "metadata": .anything,
    "spec": .fields([
      "accessModes": .list(.text), "dataSource": .fields(["apiGroup": .text, "kind": .text, "name": .text]),
      "dataSourceRef": .fields(["apiGroup": .text, "kind": .text, "name": .text, "namespace": .text]),
      "resources": .fields(["limits": .map(.quantity), "requests": .map(.quantity)]), "selector": .labelSelector,
      "storageClassName": .text, "volumeAttributesClassName": .text, "volumeMode": .text, "volumeName": .text,
    ]),
  ])

  /// core/v1 VolumeProjection.
  package static let projectedSource: ValueShape = .fields([
    "clusterTrustBundle": .fields([
      "labelSelector": .labelSelector, "name": .text, "optional": .boolean, "path": .text, "signerName": .text,
    ]), "configMap": .fields(["items": .list(.keyToPath), "name": .text, "optional": .boolean]),
    "downwardAPI": .fields(["items": .list(.downwardFile)]),
    "podCertificate": .fields([
      "certificateChainPath": .text, "credentialBundlePath": .text, "keyPath": .text, "keyType": .text,
      "maxExpirationSeconds": .integer, "signerName": .text, "userAnnotations": .map(.text),
    ]), "secret": .fields(["items": .list(.keyToPath), "name": .text, "optional": .boolean]),
    "serviceAccountToken": .fields(["audience": .text, "expirationSeconds": .integer, "path": .text]),
  ])

  /// core/v1 Volume.
  package static let volume: ValueShape = .fields([
    "awsElasticBlockStore": .fields(["fsType": .text, "partition": .integer, "readOnly": .boolean, "volumeID": .text]),
    "azureDisk": .fields([
      "cachingMode": .text, "diskName": .text, "diskURI": .text, "fsType": .text, "kind": .text, "readOnly": .boolean,
    ]), "azureFile": .fields(["readOnly": .boolean, "secretName": .text, "shareName": .text]),
    "cephfs": .fields([
      "monitors": .list(.text), "path": .text, "readOnly": .boolean, "secretFile": .text,
      "secretRef": .localObjectReference, "user": .text,
    ]),
    "cinder": .fields(["fsType": .text, "readOnly": .boolean, "secretRef": .localObjectReference, "volumeID": .text]),
    "configMap": .fields(["defaultMode": .integer, "items": .list(.keyToPath), "name": .text, "optional": .boolean]),
    "csi": .fields([
      "driver": .text, "fsType": .text, "nodePublishSecretRef": .localObjectReference, "readOnly": .boolean,
      "volumeAttributes": .map(.text),
    ]), "downwardAPI": .fields(["defaultMode": .integer, "items": .list(.downwardFile)]),
    "emptyDir": .fields(["medium": .text, "sizeLimit": .quantity]),
    "ephemeral": .fields(["volumeClaimTemplate": .volumeClaimTemplate]),
    "fc": .fields([
      "fsType": .text, "lun": .integer, "readOnly": .boolean, "targetWWNs": .list(.text), "wwids": .list(.text),
    ]),
    "flexVolume": .fields([
      "driver": .text, "fsType": .text, "options": .map(.text), "readOnly": .boolean,
      "secretRef": .localObjectReference,
    ]), "flocker": .fields(["datasetName": .text, "datasetUUID": .text]),
    "gcePersistentDisk": .fields(["fsType": .text, "partition": .integer, "pdName": .text, "readOnly": .boolean]),
    "gitRepo": .fields(["directory": .text, "repository": .text, "revision": .text]),
    "glusterfs": .fields(["endpoints": .text, "path": .text, "readOnly": .boolean]),
    "hostPath": .fields(["path": .text, "type": .text]), "image": .fields(["pullPolicy": .text, "reference": .text]),
    "iscsi": .fields([
      "chapAuthDiscovery": .boolean, "chapAuthSession": .boolean, "fsType": .text, "initiatorName": .text, "iqn": .text,
      "iscsiInterface": .text, "lun": .integer, "portals": .list(.text), "readOnly": .boolean,
      "secretRef": .localObjectReference, "targetPortal": .text,
    ]), "name": .text, "nfs": .fields(["path": .text, "readOnly": .boolean, "server": .text]),
    "persistentVolumeClaim": .fields(["claimName": .text, "readOnly": .boolean]),
    "photonPersistentDisk": .fields(["fsType": .text, "pdID": .text]),
    "portworxVolume": .fields(["fsType": .text, "readOnly": .boolean, "volumeID": .text]),
    "projected": .fields(["defaultMode": .integer, "sources": .list(.projectedSource)]),
    "quobyte": .fields([
      "group": .text, "readOnly": .boolean, "registry": .text, "tenant": .text, "user": .text, "volume": .text,
    ]),
    "rbd": .fields([
      "fsType": .text, "image": .text, "keyring": .text, "monitors": .list(.text), "pool": .text, "readOnly": .boolean,
      "secretRef": .localObjectReference, "user": .text,
    ]),
    "scaleIO": .fields([
      "fsType": .text, "gateway": .text, "protectionDomain": .text, "readOnly": .boolean,
      "secretRef": .localObjectReference, "sslEnabled": .boolean, "storageMode": .text, "storagePool": .text,
      "system": .text, "volumeName": .text,
    ]),
    "secret": .fields(["defaultMode": .integer, "items": .list(.keyToPath), "optional": .boolean, "secretName": .text]),
    "storageos": .fields([
      "fsType": .text, "readOnly": .boolean, "secretRef": .localObjectReference, "volumeName": .text,
      "volumeNamespace": .text,
    ]),
    "vsphereVolume": .fields([
      "fsType": .text, "storagePolicyID": .text, "storagePolicyName": .text, "volumePath": .text,
    ]),
  ])
}
