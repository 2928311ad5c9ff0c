"""Carries a certificate plan out with Python's cryptography, knowing nothing but plan.json.

usage: judge.py PLAN FOLDER [TAMPERING]

With a tampering, one of the functions below, something is other than planned. Keys are never written: nobody needs them.
"""

import datetime
import json
import pathlib
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

START = datetime.datetime(2026, 1, 1)
DAY = datetime.timedelta(days=1)
NAMES = {
    "C": NameOID.COUNTRY_NAME, "ST": NameOID.STATE_OR_PROVINCE_NAME, "L": NameOID.LOCALITY_NAME,
    "O": NameOID.ORGANIZATION_NAME, "OU": NameOID.ORGANIZATIONAL_UNIT_NAME, "CN": NameOID.COMMON_NAME,
}
HASHES = {"SHA-256": hashes.SHA256(), "SHA-384": hashes.SHA384(), "SHA-512": hashes.SHA512()}


# DER, as far as it takes to make what the library refuses to.

def tlv(tag, content):
    size = len(content)
    length = bytes([size]) if size < 128 else b"\x81" + bytes([size]) if size < 256 else b"\x82" + size.to_bytes(2, "big")
    return bytes([tag]) + length + content


def items(content):
    """The parts of a constructed value, each as it is encoded."""
    parts, at = [], 0
    while at < len(content):
        size, head = content[at + 1], 2
        if size & 0x80:
            head += size & 0x7F
            size = int.from_bytes(content[at + 2:at + head], "big")
        parts.append(content[at:at + head + size])
        at += head + size
    return parts


def inside(value):
    return value[2 + (value[1] & 0x7F if value[1] & 0x80 else 0):]


def signed_anew(der, key, change, algorithm=None, digest=None):
    """A certificate or CRL whose signed part is changed, with another signature over it."""
    body, name, _ = items(inside(der))
    digest, name = digest or hashes.SHA384(), algorithm or name
    body = tlv(0x30, b"".join(change(items(inside(body)), name)))
    signature = (
        key.sign(body, padding.PKCS1v15(), digest) if isinstance(key, rsa.RSAPrivateKey)
        else key.sign(body, ec.ECDSA(digest)))
    return tlv(0x30, body + name + tlv(0x03, b"\0" + signature))


def pem(label, der):
    import base64
    text = base64.encodebytes(der).decode().replace("\n", "")
    lines = [text[at:at + 64] for at in range(0, len(text), 64)]
    return "\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""])


class Spec:
    """A certificate that is to be made."""

    def __init__(self, planned):
        self.id, self.issuer, self.planned = planned["id"], planned["issuer"], planned
        self.key = make_key(planned["key"])
        self.signing_key = None
        self.subject = [(NAMES[kind], value) for part in planned["subject"] for kind, value in part.items()]
        self.start, self.days = START, planned["lifetimeDays"]
        self.hash = HASHES[planned["signatureHash"]]
        self.serial = x509.random_serial_number()
        self.extensions = planned_extensions(planned)
        self.authority_key = None
        self.rewrite = None

    def drop(self, kind):
        self.extensions = [(value, critical) for value, critical in self.extensions if not isinstance(value, kind)]

    def put(self, value, critical):
        self.drop(type(value))
        self.extensions.append((value, critical))


def make_key(kind):
    if kind["algorithm"] == "RSA":
        return rsa.generate_private_key(65537, kind["size"])
    return ec.generate_private_key({"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1()}[kind["curve"]])


def planned_extensions(planned):
    bits = planned["keyUsage"]["bits"]
    usage = x509.KeyUsage(
        "digitalSignature" in bits, "contentCommitment" in bits, "keyEncipherment" in bits, False, False,
        "keyCertSign" in bits, "cRLSign" in bits, False, False)
    extensions = [
        (x509.BasicConstraints(True, planned["basicConstraints"]["pathLength"]), True),
        (usage, True),
    ]
    names = planned["subjectAltNames"]
    general = [x509.DNSName(n) for n in names["dns"]] + [x509.UniformResourceIdentifier(n) for n in names["uri"]]
    if general:
        extensions.append((x509.SubjectAlternativeName(general), False))
    if planned["nameConstraints"]:
        trees = [
            [x509.DNSName(n) for n in planned["nameConstraints"][kind]["dns"]]
            + [x509.UniformResourceIdentifier(n) for n in planned["nameConstraints"][kind]["uri"]]
            for kind in ("permitted", "excluded")
        ]
        extensions.append((x509.NameConstraints(trees[0] or None, trees[1] or None), True))
    return extensions


class Ceremony:
    def __init__(self, plan):
        self.plan = plan
        self.specs = {planned["id"]: Spec(planned) for planned in plan["authorities"]}
        self.certificates = {}
        self.lists = {}
        self.list_changes = {}
        self.files = {}
        self.after = []
        self.made = {
            (step["authority"], step["operation"]): step["makes"][0] for step in plan["ceremony"]
        }

    def name(self, spec):
        return x509.Name([x509.NameAttribute(kind, value) for kind, value in spec.subject])

    def issue(self, spec):
        issuer = self.specs[spec.issuer or spec.id]
        key = spec.signing_key or issuer.key
        builder = (
            x509.CertificateBuilder().subject_name(self.name(spec)).issuer_name(self.name(issuer))
            .public_key(spec.key.public_key()).serial_number(spec.serial)
            .not_valid_before(spec.start).not_valid_after(spec.start + spec.days * DAY))
        identifiers = spec.planned["keyIdentifiers"]
        if identifiers["subject"]:
            builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(spec.key.public_key()), False)
        if identifiers["authority"]:
            public = (spec.authority_key or key).public_key()
            builder = builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), False)
        for value, critical in spec.extensions:
            builder = builder.add_extension(value, critical)
        der = builder.sign(key, spec.hash).public_bytes(serialization.Encoding.DER)
        return spec.rewrite(der, key) if spec.rewrite else der

    def request(self, spec):
        builder = x509.CertificateSigningRequestBuilder().subject_name(self.name(spec))
        return builder.sign(spec.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)

    def revocation_list(self, spec):
        change = self.list_changes.get(spec.id, {})
        start = change.get("start", START)
        days = change.get("days", spec.planned["revocation"]["nextUpdateDays"])
        key = change.get("key", spec.key)
        builder = (
            x509.CertificateRevocationListBuilder().issuer_name(self.name(spec)).last_update(start)
            .next_update(start + days * DAY)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), False))
        if change.get("number", True):
            builder = builder.add_extension(x509.CRLNumber(1), False)
        if "extension" in change:
            builder = builder.add_extension(change["extension"], True)
        for serial in change.get("revoked", lambda: [])():
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(start).build()
            builder = builder.add_revoked_certificate(entry)
        der = builder.sign(key, HASHES[spec.planned["signatureHash"]]).public_bytes(serialization.Encoding.DER)
        return change["rewrite"](der, key) if "rewrite" in change else der

    def carry_out(self):
        for spec in self.specs.values():
            self.certificates[spec.id] = pem("CERTIFICATE", self.issue(spec))
            self.files[self.made[spec.id, "sign" if spec.issuer else "self-sign"]] = self.certificates[spec.id]
            if (spec.id, "request") in self.made:
                self.files[self.made[spec.id, "request"]] = pem("CERTIFICATE REQUEST", self.request(spec))
        for spec in self.specs.values():
            if (spec.id, "publish-crl") in self.made:
                self.lists[spec.id] = pem("X509 CRL", self.revocation_list(spec))
                self.files[self.made[spec.id, "publish-crl"]] = self.lists[spec.id]
        for delivery in self.plan["deliveries"]:
            folder = self.made[delivery["authority"], "sign"].split("/")[0]
            for name, content in delivery["files"].items():
                parts = [self.certificates[i] for i in content.get("certificates", [])]
                parts += [self.lists[i] for i in content.get("crlsOf", [])]
                if parts:
                    self.files[f"{folder}/{name}"] = "".join(parts)
        for change in self.after:
            change(self.files)


# Tamperings. East is the cluster whose certificate they are about, where they are about one.

def wrong_extended_key_usage(c):
    c.specs["cluster-east"].put(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), False)

def no_basic_constraints(c): c.specs["cluster-east"].drop(x509.BasicConstraints)

def basic_constraints_not_critical(c): c.specs["cluster-east"].put(x509.BasicConstraints(True, 0), False)

def longer_path(c): c.specs["cluster-east"].put(x509.BasicConstraints(True, 3), True)

def no_room(c): c.specs["root"].put(x509.BasicConstraints(True, 0), True)

def no_authority(c): c.specs["cluster-east"].put(x509.BasicConstraints(False, None), True)

def key_usage_not_critical(c):
    spec = c.specs["cluster-east"]
    usage = next(value for value, _ in spec.extensions if isinstance(value, x509.KeyUsage))
    spec.put(usage, False)

def another_authority_key(c): c.specs["cluster-east"].authority_key = make_key({"algorithm": "ECDSA", "curve": "P-384"})

def reused_key(c): c.specs["cluster-west"].key = c.specs["cluster-east"].key

def key_of_the_issuer(c): c.specs["cluster-east"].key = c.specs["issuing-eu"].key

def wider_name_constraints(c):
    c.specs["cluster-east"].put(x509.NameConstraints([x509.DNSName("svc"), x509.DNSName("example.com")], None), True)

def address_constraint(c):
    import ipaddress
    tree = x509.IPAddress(ipaddress.ip_network("10.0.0.0/8"))
    c.specs["cluster-east"].put(x509.NameConstraints([x509.DNSName("svc"), tree], None), True)

def names_of_another_kind(c):
    names = [x509.DNSName("istiod.istio-system.svc"), x509.RFC822Name("root@example.com")]
    c.specs["cluster-east"].put(x509.SubjectAlternativeName(names), False)

def wildcard_name(c):
    names = [x509.DNSName("istiod.istio-system.svc"), x509.DNSName("*.svc")]
    c.specs["cluster-east"].put(x509.SubjectAlternativeName(names), False)

def policy_constraints(c):
    c.specs["issuing-eu"].put(x509.PolicyConstraints(0, None), True)

def with_algorithm(oid_and_parameters, digest):
    name = tlv(0x30, oid_and_parameters)

    def change(parts, algorithm):
        return [algorithm if part == parts[2] and index == 2 else part for index, part in enumerate(parts)]

    return lambda der, key: signed_anew(der, key, change, name, digest)

def sha1(c):
    c.specs["cluster-east"].rewrite = with_algorithm(bytes.fromhex("06072a8648ce3d0401"), hashes.SHA1())

def sha1_rsa(c):
    c.specs["root"].key = make_key({"algorithm": "RSA", "size": 2048})
    c.specs["root"].rewrite = with_algorithm(bytes.fromhex("06092a864886f70d0101050500"), hashes.SHA1())

def md5(c):
    c.specs["root"].key = make_key({"algorithm": "RSA", "size": 2048})
    c.specs["root"].rewrite = with_algorithm(bytes.fromhex("06092a864886f70d0101040500"), hashes.MD5())

def version_1(c):
    def change(parts, _): return parts[1:7]
    c.specs["cluster-east"].rewrite = lambda der, key: signed_anew(der, key, change)

def two_algorithms(c):
    def rewrite(der, key):
        body, _, signature = items(inside(der))
        return tlv(0x30, body + tlv(0x30, bytes.fromhex("06082a8648ce3d040302")) + signature)
    c.specs["cluster-east"].rewrite = rewrite

def a_leaf(c):
    spec = c.specs["cluster-east"]
    spec.put(x509.BasicConstraints(False, None), True)
    spec.put(x509.KeyUsage(True, False, False, False, False, False, False, False, False), True)
    spec.put(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]), False)
    spec.put(x509.SubjectAlternativeName([x509.UniformResourceIdentifier("spiffe://mesh1.example.org/ns/a/sa/b")]), False)

def same_serial(c): c.specs["issuing-us"].serial = c.specs["issuing-eu"].serial

def small_serial(c): c.specs["cluster-east"].serial = 3

def as_planned(c): pass

def signed_by_itself(c):
    spec = c.specs["cluster-east"]
    spec.signing_key = spec.key

def namesake_of_the_root(c): c.specs["issuing-eu"].signing_key = make_key({"algorithm": "ECDSA", "curve": "P-384"})

def longer_life(c): c.specs["cluster-east"].days = 3650

def later_than_its_issuer(c): c.specs["cluster-east"].start = START + 1800 * DAY

def junk_behind(c): c.after.append(lambda files: files.update({"east/ca-cert.pem": files["east/ca-cert.pem"] + "junk\n"}))

def junk_inside(c): c.specs["cluster-east"].rewrite = lambda der, key: der + b"\0\1"

def cut_off(c): c.after.append(lambda files: files.update({"east/ca-cert.pem": files["east/ca-cert.pem"][:400]}))

def another_block(c):
    block = pem("PKCS7", b"\x30\x00")
    c.after.append(lambda files: files.update({"east/root-cert.pem": files["east/root-cert.pem"] + block}))

def key_of_another_algorithm(c): c.specs["cluster-east"].key = make_key({"algorithm": "RSA", "size": 2048})

def foreign_root_beside(c):
    root = c.specs["root"]
    other = Spec(root.planned)
    c.after.append(lambda files: files.update({
        "west/root-cert.pem": files["west/root-cert.pem"] + pem("CERTIFICATE", Ceremony.issue(_of(c, other), other))}))

def _of(c, spec):
    other = Ceremony(c.plan)
    other.specs[spec.id] = spec
    return other

def wrong_own_identifier(c):
    spec = c.specs["issuing-eu"]
    spec.planned["keyIdentifiers"] = {"subject": False, "authority": True}
    spec.put(x509.SubjectKeyIdentifier(b"x" * 20), False)

def broken_root(c):
    c.specs["root"].rewrite = lambda der, key: der[:-1] + bytes([der[-1] ^ 1])

def negative_serial(c):
    def change(parts, _): return [parts[0], tlv(2, b"\x9f" + b"\x11" * 15)] + parts[2:]
    c.specs["cluster-east"].rewrite = lambda der, key: signed_anew(der, key, change)

def issuer_in_other_letters(c):
    def change(parts, _):
        return parts[:3] + [parts[3].replace(b"\x0c", b"\x13", 1)] + parts[4:]
    c.specs["cluster-east"].rewrite = lambda der, key: signed_anew(der, key, change)

def twice_basic_constraints(c):
    def change(parts, _):
        exts = items(inside(inside(parts[7])))
        bc = next(e for e in exts if b"\x55\x1d\x13" in e[:12])
        return parts[:7] + [tlv(0xa3, tlv(0x30, b"".join(exts + [bc])))]
    c.specs["cluster-east"].rewrite = lambda der, key: signed_anew(der, key, change)

def any_extended(c):
    c.specs["cluster-east"].put(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE]), False)

def backwards(c):
    def change(parts, _):
        a, b = items(inside(parts[4]))
        return parts[:4] + [tlv(0x30, b + a)] + parts[5:]
    c.specs["cluster-east"].rewrite = lambda der, key: signed_anew(der, key, change)

def tiny_rsa(c): c.specs["cluster-east"].key = rsa.generate_private_key(65537, 1024)

def no_key_cert_sign(c):
    c.specs["cluster-east"].put(x509.KeyUsage(False,False,False,False,False,False,True,False,False), True)

def reissued(c):
    def change(files):
        s = c.specs["cluster-east"]
        s.serial = x509.random_serial_number()
        files["east/ca-cert.pem"] = pem("CERTIFICATE", c.issue(s))
    c.after.append(change)

def critical_identifier(c):
    s = c.specs["cluster-east"]
    s.planned["keyIdentifiers"] = {"subject": False, "authority": True}
    s.put(x509.SubjectKeyIdentifier.from_public_key(s.key.public_key()), True)

def empty_subject(c): c.specs["cluster-east"].subject = []

def trusted_label(c):
    c.after.append(lambda files: files.update({"east/ca-cert.pem": files["east/ca-cert.pem"].replace("CERTIFICATE", "TRUSTED CERTIFICATE")}))

def leading_utf8_bom(c):
    c.after.append(lambda files: files.update({"east/ca-cert.pem": "\ufeff" + files["east/ca-cert.pem"]}))

def another_number_of_the_issuer(c):
    spec, issuer = c.specs["cluster-east"], c.specs["issuing-eu"]
    spec.planned["keyIdentifiers"] = {"subject": True, "authority": False}
    digest = x509.SubjectKeyIdentifier.from_public_key(issuer.key.public_key()).digest
    spec.put(x509.AuthorityKeyIdentifier(digest, [x509.DirectoryName(c.name(c.specs["root"]))], 12345), False)

def right_number_of_the_issuer(c):
    spec, issuer = c.specs["cluster-east"], c.specs["issuing-eu"]
    spec.planned["keyIdentifiers"] = {"subject": True, "authority": False}
    digest = x509.SubjectKeyIdentifier.from_public_key(issuer.key.public_key()).digest
    root = x509.DirectoryName(c.name(c.specs["root"]))
    spec.put(x509.AuthorityKeyIdentifier(digest, [root], issuer.serial), False)

# Tamperings with CRLs.

def revoked_cluster(c): c.list_changes["issuing"] = {"revoked": lambda: [c.specs["cluster-east"].serial]}

def revoked_tier(c): c.list_changes["root"] = {"revoked": lambda: [12345, c.specs["issuing"].serial]}

def revoked_stranger(c): c.list_changes["root"] = {"revoked": lambda: [12345]}

def foreign_list(c): c.list_changes["root"] = {"key": make_key({"algorithm": "ECDSA", "curve": "P-384"})}

def list_of_another(c):
    c.after.append(lambda files: files.update({"root/crl.pem": files["issuing/crl.pem"]}))

def list_for_long(c): c.list_changes["issuing"] = {"days": 365}

def list_for_short(c): c.list_changes["issuing"] = {"days": 1}

def unnumbered_list(c): c.list_changes["root"] = {"number": False}

def delta_list(c): c.list_changes["root"] = {"extension": x509.DeltaCRLIndicator(1)}

def part_list(c):
    part = x509.IssuingDistributionPoint(None, None, True, False, None, False, False)
    c.list_changes["root"] = {"extension": part}

def sha1_list(c):
    name = tlv(0x30, bytes.fromhex("06072a8648ce3d0401"))
    def change(parts, algorithm): return [parts[0], algorithm, *parts[2:]]
    c.list_changes["root"] = {"rewrite": lambda der, key: signed_anew(der, key, change, name, hashes.SHA1())}

def damaged_list(c):
    c.list_changes["root"] = {"rewrite": lambda der, key: der[:-1] + bytes([der[-1] ^ 1])}

def changed_list(c):
    def rewrite(der, key):
        body, name, signature = items(inside(der))
        parts = items(inside(body))
        parts[3] = b"\x17\x0d" + b"250101000000Z"
        return tlv(0x30, tlv(0x30, b"".join(parts)) + name + signature)
    c.list_changes["root"] = {"rewrite": rewrite}

def no_next_update(c):
    def change(parts, _): return parts[:4] + parts[5:]
    c.list_changes["root"] = {"rewrite": lambda der, key: signed_anew(der, key, change)}

def list_is_missing(c): c.after.append(lambda files: files.pop("issuing/crl.pem"))

def list_is_a_certificate(c): c.after.append(lambda files: files.update({"root/crl.pem": files["root/root-cert.pem"]}))

def junk_in_list(c): c.list_changes["root"] = {"rewrite": lambda der, key: der + b"\0"}

def bundle_without(name):
    def tampering(c):
        for delivery in c.plan["deliveries"]:
            if delivery["cluster"] == "east":
                delivery["files"]["ca-crl.pem"]["crlsOf"].remove(name)
    return tampering

without_the_roots_list = bundle_without("root")
without_the_other_clusters_list = bundle_without("cluster-west")

def list_twice(c):
    c.after.append(lambda files: files.update({"root/crl.pem": files["root/crl.pem"] * 2}))

def older_list(c):
    def change(files):
        spec = c.specs["issuing"]
        c.list_changes["issuing"] = {"start": START - 40 * DAY}
        old = pem("X509 CRL", c.revocation_list(spec))
        files["west/ca-crl.pem"] = files["west/ca-crl.pem"].replace(files["issuing/crl.pem"], old)
    c.after.append(change)

def strangers_list(c):
    def change(files):
        other = Spec(c.specs["root"].planned)
        files["west/ca-crl.pem"] += pem("X509 CRL", c.revocation_list(other))
    c.after.append(change)


def main():
    plan, folder = json.loads(pathlib.Path(sys.argv[1]).read_text()), pathlib.Path(sys.argv[2])
    ceremony = Ceremony(plan)
    if len(sys.argv) > 3:
        globals()[sys.argv[3]](ceremony)
    ceremony.carry_out()
    for name, content in ceremony.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)


main()
