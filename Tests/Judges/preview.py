"""A preview of a small site, started as a person starts it, for the judges of its server."""

import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build" / "debug" / "sitegen"

SITE = {
    "Content/site.yaml": """title: Two peaks
indexes:
  height: { table: heights, period: year, grain: year, entity: { column: peak }, value: { column: metres } }
""",
    "Content/data/heights.csv": "year,peak,metres\n2020,north,812\n2020,south,805\n2021,north,811\n2021,south,815\n",
    "Content/charts/lines.yaml": "type: line\nindex: height\ntitle: Height of two peaks\n",
    "Content/index.md": "---\ntitle: Two peaks\n---\nSnow decides.\n\n```chart\nfigure: lines\n```\n"
    + "\nA long text.\n" * 200,
    "Content/404.md": "---\ntitle: Lost\n---\nNothing here.\n",
    "Templates/assets/main.css": "body { color: rgb(1, 2, 3) }\n",
} | {
    f"Templates/{name}.mustache": '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{page.title}}'
    '</title><link rel="stylesheet" href="{{assets.css.main}}"><link rel="stylesheet" href="{{assets.css.charts}}">'
    "</head><body><main><h1>{{page.title}}</h1>{{page.content}}</main></body></html>"
    for name in ("home", "page", "404")
}


class Preview:
    """The running program, the folder that it follows, and a way to talk to it byte by byte."""

    def __init__(self, folder: pathlib.Path, *flags: str):
        self.folder = folder
        for path, text in SITE.items():
            self.write(path, text)
        self.process = subprocess.Popen(
            [BINARY, "preview", "--source", folder, *(flags or ("--port", "0"))],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()
        self.port = int(re.search(r":(\d+)/", self.line("Serving at")).group(1))
        self.line("Built ")

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def line(self, start: str, seconds: float = 60) -> str:
        """The first line of output that starts so, waited for."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for line in list(self.lines):
                if line.startswith(start):
                    return line
            time.sleep(0.01)
        raise AssertionError(f"no line '{start}…' in {seconds} s:\n" + "\n".join(self.lines))

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def write(self, path: str, text: str):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def stop(self, number: int = signal.SIGINT) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=10)

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def memory(self) -> int:
        """Resident memory in kB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))

    # Requests

    def raw(self, request: bytes, seconds: float = 10) -> bytes:
        """What comes back for these bytes until the connection is closed, or nothing comes for a while."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as connection:
            try:
                connection.sendall(request)
                answer = b""
                while part := connection.recv(65536):
                    answer += part
            except (TimeoutError, ConnectionError):
                pass
            return answer

    def get(self, target: str, method: str = "GET", host: str | None = None, **headers: str) -> tuple[int, bytes]:
        """Status and body of one request on a connection of its own; the target goes out as it is."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host or f'localhost:{self.port}'}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        answer = self.raw("\r\n".join([*lines, "", ""]).encode("latin-1"))
        head, _, body = answer.partition(b"\r\n\r\n")
        return (int(head.split()[1]) if head else 0), body

    def token(self) -> str:
        return re.search(rb'data-token="([0-9a-f]+)"', self.get("/")[1]).group(1).decode()

    def events(self) -> "Events":
        return Events(self.port, self.token())


class Events:
    """A stream of events, read as a browser reads it."""

    def __init__(self, port: int, token: str):
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=30)
        request = f"GET /_preview/events?token={urllib.parse.quote(token)} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"
        self.connection.sendall(request.encode())
        self.buffer = b""
        self.next()

    def next(self, seconds: float = 30) -> tuple[str, object]:
        """The next event's name and data; TimeoutError where none comes."""
        end = time.monotonic() + seconds
        while True:
            found = re.search(rb"event: (\w+)\r?\ndata: (.*)\n\n", self.buffer)
            if found:
                self.buffer = self.buffer[found.end() :]
                return found.group(1).decode(), json.loads(found.group(2))
            self.connection.settimeout(max(0.01, end - time.monotonic()))
            part = self.connection.recv(65536)
            if not part:
                raise ConnectionError("the stream was closed")
            self.buffer += part

    def close(self):
        self.connection.close()
