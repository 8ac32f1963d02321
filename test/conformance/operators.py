#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/operators.md from what the tests showed.

Usage: operators.py BUILD OPERATORS.tsv > operators.md
BUILD has conformance-NAME.tsv (reports) and operators-NAME.tsv (cameo-conformance --operators) of
each suite, and the generated operator classes; OPERATORS.tsv is ONNX's table of operators and their
versions (columns domain, op, ..., since_versions).
"""
import collections
import csv
import os
import re
import sys

SUITES = ("numeric", "numeric-dynamic", "onnx-1.12", "onnx-1.23")
FAMILIES = {"NN": "Neural networks", "ML": "Classical machine learning", "Quant": "Quantisation", "Contrib": "com.microsoft"}
PREFIX = {"ai.onnx": "", "ai.onnx.ml": "ml.", "ai.onnx.training": "training.", "ai.onnx.preview.training": "training.",
          "ai.onnx.preview": "preview."}
ORDER = ("float64 float32 float16 bfloat16 float8e4m3fn float8e4m3fnuz float8e5m2 float8e5m2fnuz float8e8m0 float4e2m1 "
         "int64 int32 int16 int8 int4 int2 uint64 uint32 uint16 uint8 uint4 uint2 bool string complex64 complex128 "
         "sequence optional map").split()
# Parts of the dialect that are not operators of ONNX.
INTERNAL = {"None", "Yield", "Constant"}


def rows(path):
    with open(path, newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def families(build):
    folder = os.path.join(build, "dialects/ONNX")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".h.inc") and not name.startswith("ONNX"):
            text = open(os.path.join(folder, name)).read()
            names = sorted(set(re.findall(r'"onnx\.([A-Za-z0-9.]+)"', text)), key=str.lower)
            yield name[: -len(".h.inc")], [n for n in names if n not in INTERNAL - {"Constant"}]


def main():
    build, table = sys.argv[1:3]
    versions = {}
    for row in rows(table):
        prefix = PREFIX.get(row["domain"], row["domain"] + ".")
        versions[prefix + row["op"]] = row["since_versions"].replace(",", " ")
    types = collections.defaultdict(set)
    counts = collections.defaultdict(lambda: [0, 0])
    failures = collections.defaultdict(dict)
    totals = {}
    for suite in SUITES:
        report = {r["case"]: r for r in rows(f"{build}/conformance-{suite}.tsv")}
        totals[suite] = (sum(r["status"] == "pass" for r in report.values()), len(report))
        for use in rows(f"{build}/operators-{suite}.tsv"):
            result = report.get(use["case"])
            if not result or result["status"] == "skip":
                continue
            operator = use["operator"]
            counts[operator][1] += 1
            if result["status"] == "pass":
                counts[operator][0] += 1
                types[operator].update(filter(None, use["types"].split(",")))
            else:
                failures[operator][use["case"].rpartition("/")[2]] = True

    print("# Operators\n")
    print("Written by `scripts/operators` from the results of the tests; a test fails when this page is out of date.\n")
    print("- *versions*: those of ONNX's operator set that change the operator; models of every one import.")
    print("- *types*: element types of inputs in tests that pass.")
    print("- *tests*: tests that use the operator and pass, of all that use it: ONNX's backend tests (1.12 and 1.23) and")
    print("  [test/numeric](../test/numeric), with all sizes known and with none.")
    print("- *fails in*: the tests that fail; the operator is not always to blame. The reasons are in [test/conformance](../test/conformance).\n")
    names = {"numeric": "test/numeric", "numeric-dynamic": "test/numeric, no size known", "onnx-1.12": "ONNX 1.12", "onnx-1.23": "ONNX 1.23"}
    print("| suite | passed | of |\n|---|---:|---:|")
    for suite, (passed, count) in totals.items():
        print(f"| {names[suite]} | {passed} | {count} |")
    for family, operators in families(build):
        print(f"\n## {FAMILIES.get(family, family)}\n")
        print("| operator | versions | types | tests | fails in |\n|---|---|---|---|---|")
        for operator in operators:
            passed, count = counts[operator]
            known = sorted(types[operator], key=lambda t: ORDER.index(t) if t in ORDER else 99)
            bad = sorted(failures[operator])
            shown = ", ".join(bad[:4]) + (f", {len(bad) - 4} more" if len(bad) > 4 else "")
            print(f"| {operator} | {versions.get(operator, '')} | {' '.join(known)} | {f'{passed}/{count}' if count else 'none'} | {shown} |")
    defined = {o for _, operators in families(build) for o in operators}
    replaced = sorted(set(versions) - defined)
    if replaced:
        print("\n## Replaced on import\n\nThese become others, or nothing, when a model is imported: " + ", ".join(replaced) + ".")


main()
