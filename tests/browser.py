"""A headless Chromium, driven through a pipe: open a page from disk, run expressions in it, see what it asked for.

No package is needed: the DevTools protocol over ``--remote-debugging-pipe`` is JSON between zero bytes.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium (Debian: apt-get install chromium)")
FLAGS = """
--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run --disable-component-update
--disable-sync --disable-dev-shm-usage --hide-scrollbars --force-color-profile=srgb --remote-debugging-pipe
"""
PATIENCE = 20.0  # seconds for anything


class Size(NamedTuple):
    """A window."""

    width: int
    height: int


DESKTOP, PHONE = Size(1440, 1000), Size(390, 844)


class Browser:
    """One page in one browser."""

    def __init__(self, folder: Path, size: Size = DESKTOP) -> None:
        ours, theirs = os.pipe(), os.pipe()
        line = f"exec {CHROMIUM} {' '.join(FLAGS.split())} --window-size={size.width},{size.height} "
        line += f"--user-data-dir='{folder / 'profile'}' about:blank 3<&{ours[0]} 4>&{theirs[1]}"
        self.process = subprocess.Popen(
            ["bash", "-c", line], pass_fds=(ours[0], theirs[1]), stderr=subprocess.DEVNULL, start_new_session=True
        )
        os.close(ours[0])
        os.close(theirs[1])
        self.write, self.read = ours[1], theirs[0]
        os.set_blocking(self.read, False)
        self.rest, self.count = b"", 0
        self.events: list[dict[str, Any]] = []
        self.session = ""
        target = next(t for t in self.send("Target.getTargets")["targetInfos"] if t["type"] == "page")
        attached = self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.resize(size)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command and its answer."""
        self.count += 1
        message: dict[str, Any] = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write, data) :]
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for answer in self._messages():
                if answer.get("id") == self.count:
                    if "error" in answer:
                        raise RuntimeError(f"{method}: {answer['error']}")
                    result: dict[str, Any] = answer["result"]
                    return result
        raise TimeoutError(method)

    def _messages(self) -> Iterator[dict[str, Any]]:
        try:
            self.rest += os.read(self.read, 1 << 20)
        except BlockingIOError:
            time.sleep(0.002)
        *whole, self.rest = self.rest.split(b"\0")
        for each in whole:
            message = json.loads(each)
            if "id" not in message:
                self.events.append(message)
            yield message

    def resize(self, size: Size, *, dark: bool = False) -> None:
        """Another window, another light."""
        mobile = size.width < 600
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=size.width,
            height=size.height,
            deviceScaleFactor=1,
            mobile=mobile,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])

    def open(self, page: Path, at: str = "", *, ready: str = "document.body.dataset.ready === '1'") -> None:
        """Open a page from disk and wait until it is ready."""
        self.send("Page.navigate", url="about:blank")
        self.events.clear()
        self.send("Page.navigate", url=page.as_uri() + (f"#{at}" if at else ""))
        self.wait(ready)

    def wait(self, expression: str) -> None:
        """Until an expression holds."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.run(f"document.readyState !== 'loading' && !!document.body && !!({expression})"):
                return
            time.sleep(0.02)
        raise TimeoutError(f"{expression}: {self.complaints()}")

    def run(self, expression: str) -> Any:
        """The value of an expression, promises awaited."""
        how = {"returnByValue": True, "awaitPromise": True, "userGesture": True}
        done = self.send("Runtime.evaluate", expression=expression, **how)
        if "exceptionDetails" in done:
            raise RuntimeError(f"{expression}: {done['exceptionDetails'].get('exception', {}).get('description')}")
        return done["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        """One key, down and up."""
        codes = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "ArrowLeft": 37, "ArrowRight": 39}
        codes |= {"Backspace": 8, " ": 32}
        text = text or (key if len(key) == 1 else "\r" if key == "Enter" else "")
        known = {"windowsVirtualKeyCode": codes[key]} if key in codes else {}
        for kind in ("keyDown", "keyUp"):
            typed = {"text": text} if text and kind == "keyDown" else {}
            self.send("Input.dispatchKeyEvent", type=kind, key=key, **known, **typed)

    def click(self, x: float, y: float) -> None:
        """The left button at a place of the window."""
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        time.sleep(0.4)  # vis-network waits for a second click

    def picture(self, path: Path) -> Path:
        """What the window shows, as PNG."""
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))
        return path

    def pdf(self) -> bytes:
        """What the printer would get."""
        done = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(done["data"])

    def asked(self) -> list[str]:
        """The addresses that the page asked for, but for itself and what it made itself."""
        sent = [e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith(("file:", "data:", "blob:", "about:"))]

    def complaints(self) -> list[str]:
        """What the console says: errors, and what the policy refused."""
        said = [str(e["params"]["entry"]["text"]) for e in self.events if e["method"] == "Log.entryAdded"]
        thrown = [json.dumps(e["params"]) for e in self.events if e["method"] == "Runtime.exceptionThrown"]
        return said + thrown

    def close(self) -> None:
        """End the browser, with all that it started."""
        os.close(self.write)
        os.close(self.read)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@contextmanager
def browser(folder: Path, size: Size = DESKTOP) -> Iterator[Browser]:
    """A browser as long as it is needed."""
    running = Browser(folder, size)
    try:
        yield running
    finally:
        running.close()
