#!/usr/bin/env python3
"""Times meshgen beside `cp -r` of its output and, where they are installed, jsonnet and kubectl kustomize.

    bench.py PATH_TO_MESHGEN [--clusters 2,10,100,1000] [--runs 5]

For each size of mesh, on disk and on tmpfs: wall time, CPU time and peak memory of a first build, of a build that
changes nothing, and of the others rendering the same objects (which is checked). Medians; one run at a time.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import yaml


def topology(count):
    """A mesh with two clusters on each network."""
    networks = [f"network-{n:04}" for n in range((count + 1) // 2)]
    lines = ["apiVersion: meshgen/v1", "kind: Topology", "metadata: {name: bench}",
             "distribution: {name: sail, version: 1.30.3}", "controlPlane: {mode: multi-primary}", "networks:"]
    lines += [f"  - name: {name}" for name in networks]
    lines += ["clusters:"]
    for n in range(count):
        lines += [f"  - name: cluster-{n:04}", f"    network: {networks[n // 2]}",
                  f"    apiServer: https://api.cluster-{n:04}.example.com:6443",
                  f"    pods: [10.{n // 128}.{n % 128 * 2}.0/24]"]
    return "\n".join(lines) + "\n"


def measure(command, **options):
    """Wall seconds and CPU seconds of one run, which must succeed."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    complaint = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(complaint.decode(errors="replace").strip().split("\n")[-1])
    return wall, usage.ru_utime + usage.ru_stime


def peak_memory(command, **options):
    """MiB of one more run; a child of this process would inherit its peak, so GNU time starts it. `nan` without it."""
    if not os.path.exists("/usr/bin/time"):
        return float("nan")
    with tempfile.NamedTemporaryFile() as answer:
        subprocess.run(["/usr/bin/time", "-f", "%M", "-o", answer.name] + command, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        return int(answer.read().split()[-1]) / 1024


def median(runs, prepare, command, **options):
    samples = []
    for _ in range(runs):
        prepare()
        samples.append(measure(command, **options))
    prepare()
    return [statistics.median(column) for column in zip(*samples)] + [peak_memory(command, **options)]


def report(what, figures):
    wall, cpu, memory = figures
    print(f"  {what:<44} {wall * 1000:>10.1f} ms {cpu * 1000:>10.1f} ms {memory:>8.1f} MiB", flush=True)


def manifests(folder):
    """Every object of a cluster's folder, in its kustomization's order."""
    files = yaml.load((folder / "kustomization.yaml").read_text(), yaml.CSafeLoader)["resources"]
    return [yaml.load((folder / name).read_text(), yaml.CSafeLoader) for name in files]


def jsonnet_program(out, clusters):
    """The same objects as a jsonnet function of a cluster, made from those of the first cluster."""
    first, network = clusters[0], "network-0000"
    text = json.dumps(manifests(out / "clusters" / first))
    for name, expression in ((first, "c.name"), (network, "c.network")):
        text = text.replace(f'"{name}"', expression)
    values = [{"name": name, "network": f"network-{n // 2:04}"} for n, name in enumerate(clusters)]
    return f"local objects(c) = {text};\n{{[c.name + '.json']: objects(c) for c in {json.dumps(values)}}}\n"


def compare_jsonnet(work, out, clusters):
    for name in clusters[:: max(1, len(clusters) // 10)]:
        if json.loads((work / "jsonnet" / f"{name}.json").read_text()) != manifests(out / "clusters" / name):
            raise RuntimeError(f"jsonnet renders other objects for {name}")


def bench(meshgen, work, count, runs):
    source, out, copy = work / "topology.yaml", work / "out", work / "copy"
    source.write_text(topology(count))
    build = [meshgen, "build", str(source), "--out", str(out)]
    clean = lambda *paths: [shutil.rmtree(path, ignore_errors=True) for path in paths]

    report("meshgen, first build", median(runs, lambda: clean(out), build))
    report("meshgen, nothing changed", median(runs, lambda: None, build))
    report("meshgen validate", median(runs, lambda: None, [meshgen, "validate", str(source)]))
    report("cp -r of the output", median(runs, lambda: clean(copy), ["cp", "-r", str(out), str(copy)]))
    clean(copy)

    clusters = sorted(path.name for path in (out / "clusters").iterdir())
    if shutil.which("jsonnet"):
        (work / "mesh.jsonnet").write_text(jsonnet_program(out, clusters))
        command = ["jsonnet", "-m", str(work / "jsonnet"), str(work / "mesh.jsonnet")]
        fresh = lambda: (clean(work / "jsonnet"), (work / "jsonnet").mkdir())
        report("jsonnet, clusters/ alone, as JSON", median(runs, fresh, command))
        compare_jsonnet(work, out, clusters)
    kubectl = shutil.which("kubectl")
    if kubectl and count <= 100:
        loop = 'for c in "$0"/clusters/*; do kubectl kustomize "$c" >/dev/null || exit 1; done'
        try:
            report("kubectl kustomize, a process a cluster", median(1, lambda: None, ["sh", "-c", loop, str(out)]))
        except RuntimeError as error:
            print(f"  kubectl kustomize cannot read the directories: {error}")
    files = [path for path in out.rglob("*") if path.is_file()]
    print(f"  ({len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB)")
    clean(out, work / "jsonnet")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("meshgen", type=pathlib.Path)
    parser.add_argument("--clusters", default="2,10,100,1000")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    missing = [program for program in ("jsonnet", "kubectl") if not shutil.which(program)]
    missing += [] if os.path.exists("/usr/bin/time") else ["GNU time, so that peak memory is"]
    if missing:
        print(f"Not installed, and so not measured: {', '.join(missing)}")
    places = [("disk", None)] + ([("tmpfs", "/dev/shm")] if os.path.isdir("/dev/shm") else [])
    for count in (int(text) for text in arguments.clusters.split(",")):
        for place, parent in places:
            with tempfile.TemporaryDirectory(prefix="meshgen-bench-", dir=parent) as folder:
                print(f"{count} clusters, on {place}: {'':<26} {'wall':>13} {'CPU':>13} {'peak memory':>12}")
                bench(str(arguments.meshgen.resolve()), pathlib.Path(folder), count, arguments.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
