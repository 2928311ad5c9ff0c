#!/usr/bin/env python3
"""Puts the charts' values below some directories into objects of the Sail operator, whose schemas are those of the same
values, so that they can be held against them: `check_values.py OUT DIRECTORY...` writes the objects to OUT."""

import pathlib
import sys

import yaml

# What values.schema.json of the gateway's chart (istio/istio 1.30) has and is used here.
GATEWAY = {
    "name": str, "revision": str, "networkGateway": str, "labels": dict, "env": dict, "service": dict,
    "replicaCount": int, "autoscaling": dict, "podDisruptionBudget": dict, "resources": dict, "rbac": dict, "global": dict,
    "podAnnotations": dict,
}


def without_chart_only(values):
    """The values without what the charts of the nodes' agents have from 1.29 on, and the operator's kinds have not."""
    policy = values.get("global", {}).pop("networkPolicy", {"enabled": True})
    if set(policy) != {"enabled"} or not isinstance(policy["enabled"], bool):
        sys.exit(f"no networkPolicy of a chart: {policy}")
    return values


def object_of(release, values):
    """The object that takes the values of a release; none for the gateway's, whose schema is above."""
    spec = {"version": "v1.30.3", "namespace": values.get("global", {}).get("istioNamespace", "istio-system")}
    if release in ("istio-cni", "ztunnel"):
        values = without_chart_only(values)
    if release == "istio-cni":
        spec["profile"] = values.pop("profile", "default")
        shared = {"global": values.pop("global")} if "global" in values else {}
        return {"kind": "IstioCNI", "spec": spec | {"values": shared | {"cni": values.pop("cni", {}) | values}}}
    if release == "ztunnel":
        shared = {"global": values.pop("global")} if "global" in values else {}
        return {"kind": "ZTunnel", "spec": spec | {"values": shared | {"ztunnel": values}}}
    return {"kind": "Istio", "spec": spec | {"values": values}}


def main():
    out, problems = pathlib.Path(sys.argv[1]), 0
    for directory in sys.argv[2:]:
        for number, path in enumerate(sorted(pathlib.Path(directory).rglob("*.values.yaml"))):
            release = path.name.removesuffix(".values.yaml")
            values = yaml.safe_load(path.read_text())
            if release.endswith("gateway"):
                wrong = [key for key, value in values.items() if not isinstance(value, GATEWAY.get(key, ()))]
                problems += len(wrong)
                for key in wrong:
                    print(f"{path}: the gateway's chart takes no such {key}")
                continue
            document = {"apiVersion": "sailoperator.io/v1", "metadata": {"name": "default"}} | object_of(release, values)
            target = out / pathlib.Path(directory).name / str(number) / "clusters" / "c" / "40-control-plane" / "object.yaml"
            target.parent.mkdir(parents=True)
            target.write_text(yaml.safe_dump(document))
    sys.exit(problems > 0)


main()
