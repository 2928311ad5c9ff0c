{
  "subject": {
    "organization": ["Shop"],
    "commonName": "Shop Root CA"
  },
  "keyUsage": ["certSign", "crlSign"],
  "basicConstraints": {
    "isCA": true,
    "maxPathLen": 2
  },
  "signatureAlgorithm": "ECDSA-SHA384"
}
