"""Frictionless, on the data package that the site offers."""

import json

from conftest import listed


def test_frictionless_accepts_the_published_package(output):
    from frictionless import Package, system

    with system.use_context(trusted=True):
        report = Package(output / "data" / "datapackage.json").validate()
    problems = [
        f"{task.name}: {error.message}" for task in report.tasks for error in task.errors
    ] + [error.message for error in report.errors]
    assert report.valid and not problems, listed(problems)
    assert report.stats["tasks"] == len(json.loads((output / "data" / "datapackage.json").read_text())["resources"])
