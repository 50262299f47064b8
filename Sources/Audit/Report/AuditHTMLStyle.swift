/// How the report looks, and what JavaScript adds to it.
enum AuditHTMLStyle {
  static let css = """

    :root { color-scheme: light dark; --ink: #1a2028; --soft: #4a5461; --page: #fff; --card: #f3f5f8; --line: #c9d0d9;
      --error: #b3261e; --warning: #8a5a00; --info: #35608f; --plain: #35608f; --focus: #0b57d0;
      --h1: #dbe7f4; --h2: #b4cde6; --h3: #7fa8d1; --h4: #35608f; --h5: #1c3f66; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --soft: #b4bdc9; --page: #14181d; --card: #1f252d;
      --line: #46505c; --error: #ff8a80; --warning: #f0b24a; --info: #8db8e8; --plain: #8db8e8; --focus: #a8c7fa; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 72rem; padding: 1rem; color: var(--ink); background: var(--page);
      font: 1rem/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.6rem; margin: .2em 0; } h2 { font-size: 1.15rem; margin: 2em 0 .6em; }
    header p { color: var(--soft); margin: .2em 0; overflow-wrap: anywhere; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .6rem; margin: 0; }
    .tiles div { background: var(--card); border-radius: .5rem; padding: .6rem .8rem; }
    .tiles dt { color: var(--soft); font-size: .85rem; } .tiles dd { margin: 0; font-size: 1.4rem; font-weight: 600; }
    .facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .2rem 1rem; font-size: .9rem; }
    .facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
    figure { margin: 1.2rem 0; break-inside: avoid; } figcaption { font-weight: 600; margin-bottom: .4rem; }
    .scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    svg { display: block; width: 100%; min-width: 26rem; max-width: 48rem; height: auto; }
    svg text { font: 13px system-ui, sans-serif; fill: var(--ink); }
    .part { fill: var(--plain); } .part.error { fill: var(--error); } .part.warning { fill: var(--warning); }
    .part.info { fill: var(--info); }
    .heat1 { fill: var(--h1); } .heat2 { fill: var(--h2); } .heat3 { fill: var(--h3); } .heat4 { fill: var(--h4); }
    .heat5 { fill: var(--h5); } svg .on1, svg .on2, svg .on3 { fill: #0d1824; } svg .on4, svg .on5 { fill: #fff; }
    .legend { font-size: .85rem; margin: .3rem 0; color: var(--soft); }
    .key { display: inline-block; width: .8em; height: .8em; border-radius: 2px; background: var(--plain); }
    .key.error { background: var(--error); } .key.warning { background: var(--warning); }
    .key.info { background: var(--info); }
    table { border-collapse: collapse; font-size: .9rem; }
    th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top;
      overflow-wrap: anywhere; }
    th { color: var(--soft); font-weight: 600; white-space: nowrap; }
    td { min-width: 5.5rem; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.none { color: var(--soft); }
    th button { all: unset; cursor: pointer; } th button:focus-visible, input:focus-visible {
      outline: 2px solid var(--focus); outline-offset: 2px; }
    th[aria-sort=ascending] button::after { content: " \\25B2"; } th[aria-sort=descending] button::after { content: " \\25BC"; }
    .filter { display: flex; gap: .5rem; align-items: center; margin: 0 0 .5rem; font-size: .9rem; flex-wrap: wrap; }
    .filter input { font: inherit; padding: .2rem .4rem; color: inherit; background: var(--page);
      border: 1px solid var(--soft); border-radius: .3rem; min-width: 12rem; }
    @media print { body { max-width: none; padding: 0; font-size: 10pt; } .filter { display: none; }
      .scroll { overflow: visible; } svg { min-width: 0; } tr { break-inside: avoid; } thead { display: table-header-group; }
      .part, .key, [class^=heat] { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

    """

  static let script = """

    "use strict";
    document.querySelectorAll("table.data").forEach(function (table) {
      var body = table.tBodies[0], heads = Array.from(table.tHead.rows[0].cells), scroll = table.parentNode;
      var rows = Array.from(body.rows);
      function value(row, column) {
        var cell = row.cells[column];
        return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
      }
      function compare(a, b) {
        if (typeof a === "number" && typeof b === "number") return a - b;
        return String(a).localeCompare(String(b), "en", { numeric: true });
      }
      heads.forEach(function (head, column) {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        head.textContent = "";
        head.appendChild(button);
        button.addEventListener("click", function () {
          var down = head.getAttribute("aria-sort") === "ascending";
          heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          rows.sort(function (a, b) { return (down ? -1 : 1) * compare(value(a, column), value(b, column)); });
          rows.forEach(function (row) { body.appendChild(row); });
        });
      });
      if (rows.length > 8) {
        var label = document.createElement("label"), input = document.createElement("input");
        var count = document.createElement("span");
        label.className = "filter";
        label.append("Filter ", input, count);
        input.type = "search";
        count.setAttribute("role", "status");
        input.addEventListener("input", function () {
          var words = input.value.toLowerCase(), shown = 0;
          rows.forEach(function (row) {
            row.hidden = words !== "" && row.textContent.toLowerCase().indexOf(words) < 0;
            if (!row.hidden) shown += 1;
          });
          count.textContent = words === "" ? "" : shown + " of " + rows.length + " rows";
        });
        scroll.parentNode.insertBefore(label, scroll);
      }
    });

    """
}
