"""Looks for what pip cannot install: Python's venv, and on Linux the shared libraries that Qt loads.

Runs before there is an environment, with the standard library alone. As root it installs what is missing with
apt-get; otherwise it prints one line saying exactly what to install, and exits 1.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

OLDEST_PYTHON = (3, 11)

# What the libraries and plugins of PySide6-Essentials need (`readelf -d`): soname -> package of Debian 12.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


def is_missing(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return True
    return False


def missing_packages() -> "list[str]":
    """The Debian packages to install, sorted; empty when all is there."""
    missing = [package for soname, package in PACKAGES.items() if is_missing(soname)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return sorted(missing)


def install(packages: "list[str]") -> None:
    """Raises SystemExit with apt-get's own words when it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "--quiet", "--yes", "--option", "DPkg::Lock::Timeout=120"]
    wanted = ["install", "--no-install-recommends", *packages]
    subprocess.run([*apt, "update"], env=environment, capture_output=True, check=False)
    result = subprocess.run([*apt, *wanted], env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"apt-get could not install {' '.join(packages)}:\n{result.stderr.strip()}")


def main() -> int:
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Python 3.11 or newer is needed and this is {sys.version.split()[0]}: make PYTHON=python3.11")
    if not sys.platform.startswith("linux"):
        return 0
    packages = missing_packages()
    if not packages:
        return 0
    names = " ".join(packages)
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        sys.exit(
            f"System packages are missing. As root, run: apt-get update && "
            f"apt-get install --no-install-recommends {names}"
        )
    print(f"Installing {len(packages)} missing system packages ...", flush=True)
    install(packages)
    still_missing = missing_packages()
    if still_missing:
        sys.exit(f"These packages were installed, yet their files are not found: {' '.join(still_missing)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
