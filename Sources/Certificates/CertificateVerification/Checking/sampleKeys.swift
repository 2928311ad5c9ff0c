/// SHA-256 of the public keys in istio/istio, samples/certs, whose private keys lie beside them, with their files' names.
package let sampleKeys = [
  "42d8cfd1102e06e3f2579e68f9db4f787ec9cbcd1f19f1bae7934cee918c2fef": "ca-key.pem in Istio's samples/certs",
  "88e809261b157f0db238901c0033e6bfeba79793c20ab8af41963cdd41ce6600": "ca-key-alt.pem in Istio's samples/certs",
  "02f9ef016e164f12013c7e8d1f19b4ebd85738ef9cbee079a077bfd9166794cf": "ca-key-alt-2.pem in Istio's samples/certs",
]
