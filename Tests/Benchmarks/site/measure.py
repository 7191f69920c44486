"""Runs programs and tells what they cost."""

import os
import shutil
import statistics
import subprocess
import sys
import time


class Run:
    """One run of a program: seconds by the clock, seconds of processors, and the peak of memory in MiB."""

    def __init__(self, arguments, stdin=os.devnull):
        start = time.perf_counter()
        with open(stdin) as given:
            process = subprocess.Popen(
                [str(part) for part in arguments],
                stdin=given,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            self.said = process.stderr.read().decode()
            _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{arguments[0]} failed:\n{self.said}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


class Median:
    def __init__(self, runs):
        self.wall = statistics.median(run.wall for run in runs)
        self.processor = statistics.median(run.processor for run in runs)
        self.memory = statistics.median(run.memory for run in runs)


def from_nothing(program, site):
    for folder in ["Output", ".sitegen"]:
        shutil.rmtree(site / folder, ignore_errors=True)
    return Run([program, "build", "--source", site, "--timings"])


def told(run):
    """The seconds of each stage, as `--timings` prints them; some run beside others."""
    found = {}
    for line in run.said.splitlines():
        name, _, number = line.removesuffix(" ms").rpartition(" ")
        # Stages come first, each at the beginning of its line; single pages and charts are indented.
        if line.endswith(" ms") and not line.startswith(" "):
            found[name.strip()] = float(number) / 1000
    return found


def stages(program, site, rounds):
    """The median of the seconds of each stage of builds from nothing."""
    runs = [told(from_nothing(program, site)) for _ in range(rounds)]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def without_pictures(program, site):
    """The seconds of a build from nothing by the clock, less those in which pictures were made."""
    run = from_nothing(program, site)
    return run.wall - told(run).get("pictures", 0)
