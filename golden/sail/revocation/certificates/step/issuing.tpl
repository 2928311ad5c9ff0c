{
  "subject": {
    "organization": ["mesh1"],
    "commonName": "mesh1 Issuing CA issuing"
  },
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 1
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
