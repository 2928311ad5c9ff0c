{
  "subject": {
    "organization": ["Shop"],
    "commonName": "Shop Mesh Issuing CA"
  },
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 1
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
