#!/usr/bin/env python3
"""Measures the preview: from a saved file to the word to reload, requests a second beside nginx, and what many
connections leave behind.

    apt-get install nginx-light wrk
    python3 Tests/Benchmarks/preview/measure.py [--pages 10000] [--edits 50] [--sitegen FILE]

Sources lie on a memory file system. A program that is not installed is left out.
"""

import argparse
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parent / "site"))
sys.path.insert(0, str(ROOT / "Tests" / "Judges"))

import corpus  # noqa: E402
import preview  # noqa: E402

CONNECTIONS = 10_000


def sitegen():
    build = ["swift", "build", "-c", "release", "--product", "sitegen", "--scratch-path", str(ROOT / ".build-release")]
    subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    where = subprocess.run([*build, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return Path(where.stdout.strip()) / "sitegen"


class Running(preview.Preview):
    """A preview of a site that is there already."""

    def __init__(self, folder):
        preview.SITE = {}
        super().__init__(folder)


def reload_times(site, article, edits):
    """Milliseconds from the end of the writing of a file to the message that open pages reload on."""
    running = Running(site)
    try:
        events = running.events()
        path = site / article
        text = path.read_text()
        times = []
        for number in range(edits):
            time.sleep(0.5)
            path.write_text(text + f"\nEdited for the {'very ' * (number % 7)}last time.\n")
            start = time.perf_counter()
            name, _ = events.next(seconds=60)
            assert name == "built", name
            times.append((time.perf_counter() - start) * 1000)
        return times
    finally:
        running.stop()


def requests_a_second(address):
    said = subprocess.run(
        ["wrk", "-t1", "-c16", "-d5s", address], check=True, capture_output=True, text=True
    ).stdout
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1))


def beside_nginx(site, binary, folder):
    """Requests a second of one page: here, and by nginx from the same files."""
    subprocess.run([binary, "build", "--source", site], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    port = free_port()
    settings = folder / "nginx.conf"
    settings.write_text(
        f"daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
        f"events {{}} http {{ access_log off; include /etc/nginx/mime.types; client_body_temp_path {folder}; "
        f"server {{ listen 127.0.0.1:{port}; root {site}/Output; }} }}\n"
    )
    nginx = subprocess.Popen(["nginx", "-c", settings, "-e", folder / "error.log"], stderr=subprocess.DEVNULL)
    running = Running(site)
    try:
        time.sleep(1)
        rounds = [
            (requests_a_second(f"http://127.0.0.1:{running.port}/"), requests_a_second(f"http://127.0.0.1:{port}/"))
            for _ in range(3)
        ]
        return [statistics.median(side) for side in zip(*rounds)]
    finally:
        running.stop()
        nginx.terminate()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def many_connections(site):
    """Descriptors and kB of memory before and after connections that are opened, used and dropped."""
    running = Running(site)
    try:
        for _ in range(200):
            running.get("/")
        time.sleep(1)
        before = running.descriptors(), running.memory()
        for number in range(CONNECTIONS):
            with socket.create_connection(("127.0.0.1", running.port)) as connection:
                if number % 2:
                    connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        time.sleep(2)
        assert running.get("/")[0] == 200
        time.sleep(1)
        return before, (running.descriptors(), running.memory())
    finally:
        running.stop()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=10_000)
    options.add_argument("--edits", type=int, default=50)
    options.add_argument("--sitegen", type=Path, help="a release build; built where it is not given")
    asked = options.parse_args()
    binary = asked.sitegen or sitegen()
    preview.BINARY = binary
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as name:
        folder = Path(name)
        site = folder / "site"
        for part in ["Content", "Templates"]:
            shutil.copytree(ROOT / part, site / part)
        made, _, _ = corpus.write(folder / "made", asked.pages)
        print("| from a saved article to the word to reload | median | worst |")
        print("| --- | ---: | ---: |")
        article = sorted(site.glob("Content/articles/*.md"))[-1].relative_to(site)
        page = sorted(made.glob("Content/notes/*.md"))[-1].relative_to(made)
        for title, place, file in [
            ("the site of this repository", site, article),
            (f"a made-up site of {asked.pages:,} pages", made, page),
        ]:
            times = reload_times(place, file, asked.edits)
            print(f"| {title}, {asked.edits} edits | {statistics.median(times):.0f} ms | {max(times):.0f} ms |", flush=True)
        if shutil.which("wrk") and shutil.which("nginx"):
            ours, theirs = beside_nginx(site, binary, folder)
            print(f"\nRequests a second for the front page: {ours:,.0f}, nginx {theirs:,.0f}, ratio {ours / theirs:.2f}")
        before, after = many_connections(site)
        print(
            f"\n{CONNECTIONS:,} connections: {before[0]} descriptors and {before[1]:,} kB before, "
            f"{after[0]} and {after[1]:,} kB after"
        )


if __name__ == "__main__":
    main()
