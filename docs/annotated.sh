#!/bin/sh
# Takes the picture docs/annotated.png: an annotated draft, opened in LibreOffice.
# Needs soffice, xvfb, imagemagick and a Chinese font (fonts-noto-cjk); not run in CI.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
python=${PYTHON:-.venv/bin/python}
"$python" -m linter annotate examples/leftovers.txt -o "$work/总结-批注.docx"
Xvfb :77 -screen 0 1500x1000x24 >/dev/null 2>&1 &
screen=$!
sleep 1
DISPLAY=:77 soffice "-env:UserInstallation=file://$work/profile" --norestore --nologo "$work/总结-批注.docx" &
office=$!
sleep "${WAIT:-15}"
DISPLAY=:77 import -window root "$work/screen.png"
kill "$office" "$screen"
convert "$work/screen.png" -crop 1016x830+212+120 +repage -colors 48 -strip docs/annotated.png
rm -rf "$work"
