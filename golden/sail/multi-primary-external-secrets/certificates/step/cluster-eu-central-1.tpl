{
  "subject": {
    "organization": ["Shop"],
    "locality": ["eu-central-1"],
    "commonName": "shop Cluster CA eu-central-1"
  },
  "dnsNames": ["istiod.istio-system.svc"],
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 0
  },
  "signatureAlgorithm": "ECDSA-SHA256"
}
