{
  "subject": {
    "organization": ["mesh1"],
    "locality": ["west"],
    "commonName": "mesh1 Cluster CA west"
  },
  "dnsNames": ["istiod.istio-system.svc"],
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 0
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
