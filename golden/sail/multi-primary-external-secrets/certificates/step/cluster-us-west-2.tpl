{
  "subject": {
    "organization": ["Shop"],
    "locality": ["us-west-2"],
    "commonName": "shop Cluster CA us-west-2"
  },
  "dnsNames": ["istiod.istio-system.svc"],
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 0
  },
  "signatureAlgorithm": "ECDSA-SHA256"
}
