#!/usr/bin/env python3
"""Looks at the HTML report of an audit with axe-core in headless Chromium, at the width of a desk and of a phone, and at the
page without JavaScript. Usage: audit-page.py PROGRAM [FOLDER]: screenshots go to the folder.
"""
import html
import json
import os
import re
import subprocess
import sys
import tempfile

import axe_core_python

program = os.path.abspath(sys.argv[1])
folder = tempfile.TemporaryDirectory()
pictures = sys.argv[2] if len(sys.argv) > 2 else folder.name
file, page = os.path.join(folder.name, "a.sqlite"), os.path.join(folder.name, "page.html")
subprocess.run([program, "audit", "--quiet", "--fail-on", "never", "--into", file, "Reports/samples"], check=True)
subprocess.run([program, "audit", "report", file, "--format", "html", "--output", page], check=True)
text = open(page, encoding="utf-8").read()
axe = open(os.path.join(os.path.dirname(axe_core_python.__file__), "axe.min.js"), encoding="utf-8").read()
judge = """<script>axe.run(document).then(function (found) {
  var out = document.createElement("pre");
  out.id = "axe";
  out.textContent = JSON.stringify({ passes: found.passes.length, violations: found.violations.map(function (one) {
    return one.id + ": " + one.help + ": " + one.nodes[0].html.slice(0, 200);
  }) });
  document.body.appendChild(out);
});</script></body>"""
judged = os.path.join(folder.name, "judged.html")
open(judged, "w", encoding="utf-8").write(text.replace("</body>", "<script>" + axe + "</script>" + judge))


def chromium(*words):
    command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder.name + "/profile"]
    return subprocess.run(command + list(words), capture_output=True, text=True, timeout=300).stdout


passed = failed = 0


def holds(what, condition, more=""):
    global passed, failed
    passed, failed = passed + bool(condition), failed + (not condition)
    if not condition:
        print("FAILED:", what, more)


for name, size in (("desk", "1200,2400"), ("phone", "390,2400")):
    out = chromium("--window-size=" + size, "--virtual-time-budget=60000", "--dump-dom", "file://" + judged)
    found = re.search(r'<pre id="axe">(.*?)</pre>', out, re.S)
    result = json.loads(html.unescape(found.group(1))) if found else {"passes": 0, "violations": ["axe did not run"]}
    holds(f"axe finds nothing ({name})", result["passes"] > 20 and not result["violations"], result["violations"])
    picture = os.path.join(pictures, name + ".png")
    chromium("--window-size=" + size, "--screenshot=" + picture, "file://" + page)
    holds(f"a screenshot was made ({name})", os.path.exists(picture) and os.path.getsize(picture) > 10000)
live = chromium("--virtual-time-budget=5000", "--dump-dom", "file://" + page)
holds("tables can be sorted and filtered", len(re.findall("<th[^>]*><button", live)) > 20 and 'type="search"' in live)
bare = re.sub(r"<script>.*?</script>", "", text, flags=re.S)
holds("without JavaScript everything is there", bare.count("<tr>") == live.count("<tr>") and "<svg" in bare)
holds("nothing is asked for from elsewhere", not re.search(r'(src|href)=|url\(|@import', bare))
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
