// Filters and sorts the rows that are on the page already; no markup is made from text.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const blocks = Array.from($("norms").tBodies);
  const rows = blocks.flatMap((block) => Array.from(block.rows));
  // How many rows a block holds, and the rows in the order they stand in.
  const size = rows.length ? blocks[0].rows.length : 1;
  let order = rows.map((_, n) => n);
  const boxes = Array.from(document.querySelectorAll(".kinds input"));
  const kinds = boxes.map((box) => box.value);
  const names = boxes.map((box) => box.parentNode.textContent.trim().split(" ")[0]);
  const party = Int32Array.from(rows, (row) => row.dataset.p);
  const instrument = Int32Array.from(rows, (row) => row.dataset.i);
  const kind = Int32Array.from(rows, (row) => kinds.indexOf(row.dataset.k));
  const isShown = new Uint8Array(rows.length).fill(1);

  // Text is read from the page when it is first asked for.
  const lower = (element) => element.textContent.toLowerCase();
  const once = (make) => { let made; return () => (made ??= make()); };
  const texts = once(() => rows.map(lower));
  const bearers = once(() => rows.map((row) => lower(row.cells[0])));

  // The grid: the last row and column of the counts are the sums. A party or an instrument without a
  // place of its own has a number past the last button's and counts with the others.
  const cells = Array.from(document.querySelectorAll("#grid td > *"));
  const partyButtons = Array.from(document.querySelectorAll("#grid th [data-p]"));
  const instrumentButtons = Array.from(document.querySelectorAll("#grid th [data-i]"));
  const height = partyButtons.length + 2;
  const width = instrumentButtons.length + 2;
  const picked = { p: null, i: null };

  function drawGrid(counts) {
    const place = (value, size) => (value === undefined ? size - 1 : Number(value));
    for (const cell of cells) {
      const at = (place(cell.dataset.p, height) * width + place(cell.dataset.i, width)) * kinds.length;
      if (cell.dataset.k) {
        cell.textContent = counts[at + Number(cell.dataset.k)] || "";
        continue;
      }
      const parts = Array.from(counts.subarray(at, at + kinds.length));
      const total = parts.reduce((sum, count) => sum + count, 0);
      cell.textContent = total || "";
      cell.title = parts.map((count, k) => (count ? `${names[k]} ${count}` : "")).filter(Boolean).join(" ");
      if (cell.tagName !== "BUTTON") continue;
      cell.disabled = !total;
      cell.parentNode.dataset.h =
        total < 1 ? 0 : total < 2 ? 1 : total < 5 ? 2 : total < 10 ? 3 : total < 25 ? 4 : 5;
    }
    for (const row of $("grid").tBodies[0].rows) {
      row.hidden = !row.classList.contains("sum") && !row.cells[1].textContent;
    }
  }

  function drawPicked() {
    for (const button of document.querySelectorAll("#grid button")) {
      const { p, i } = button.dataset;
      const isPicked = (p !== undefined || i !== undefined)
        && (p === undefined || Number(p) === picked.p) && (i === undefined || Number(i) === picked.i)
        && (p !== undefined || picked.p === null) && (i !== undefined || picked.i === null);
      button.setAttribute("aria-pressed", isPicked);
    }
    $("picked").hidden = picked.p === null;
    $("picked").textContent = picked.p === null ? "" : partyButtons[picked.p].textContent;
    $("instrument").value = picked.i ?? "";
  }

  function filter() {
    const bearer = $("party").value.trim().toLowerCase();
    const words = $("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = boxes.map((box) => box.checked);
    const ofKind = new Int32Array(kinds.length);
    const counts = new Int32Array(height * width * kinds.length);
    let shown = 0;
    for (let n = 0; n < rows.length; n++) {
      const fits = (!bearer || bearers()[n].includes(bearer))
        && words.every((word) => texts()[n].includes(word));
      const isPicked = (picked.p === null || party[n] === picked.p)
        && (picked.i === null || instrument[n] === picked.i);
      // What a choice would give is counted with all other choices in force, but not itself.
      if (fits && isPicked) ofKind[kind[n]]++;
      if (fits && wanted[kind[n]]) {
        const p = Math.min(party[n], height - 2);
        const i = Math.min(instrument[n], width - 2);
        for (const row of [p, height - 1]) {
          for (const column of [i, width - 1]) counts[(row * width + column) * kinds.length + kind[n]]++;
        }
      }
      const shows = fits && isPicked && wanted[kind[n]] ? 1 : 0;
      shown += shows;
      if (shows !== isShown[n]) {
        isShown[n] = shows;
        rows[n].hidden = !shows;
      }
    }
    boxes.forEach((box, k) => { box.parentNode.lastElementChild.textContent = ofKind[k]; });
    drawGrid(counts);
    drawPicked();
    $("shown").textContent = `显示 ${shown} / ${rows.length} 条`;
    $("chosen").textContent = [$("shown").textContent].concat(choices()).join("；");
    placeBlocks();
  }

  // The filters in force, for the printed page, which has no fields.
  function choices() {
    const chosen = [
      ["主体", $("picked").textContent],
      ["主体含", $("party").value.trim()],
      ["文件", picked.i === null ? "" : $("instrument").selectedOptions[0].textContent],
      ["类型", boxes.every((box) => box.checked) ? "" : names.filter((_, k) => boxes[k].checked).join("、")],
      ["文字含", $("words").value.trim()],
    ];
    return chosen.filter(([, value]) => value).map(([name, value]) => `${name}：${value}`);
  }

  // A block without a row to show would leave a gap; the others get about the height of their rows.
  function placeBlocks() {
    const counts = new Int32Array(blocks.length);
    order.forEach((n, place) => { counts[Math.floor(place / size)] += isShown[n]; });
    blocks.forEach((block, b) => {
      block.hidden = !counts[b];
      block.style.containIntrinsicHeight = `${counts[b] * 5}rem`;
    });
  }

  // Sorting: each key gives a number to a row, and rows with equal ones keep their first order.
  const ranks = (strings) => {
    const compare = new Intl.Collator("zh-CN", { numeric: true }).compare;
    const sorted = Array.from(new Set(strings)).sort(compare);
    const rank = new Map(sorted.map((string, n) => [string, n]));
    return strings.map((string) => rank.get(string));
  };
  // art_120-1__para_2 as 120.001 and 2; attachments come after the articles, the preamble before.
  const steps = (eId) => [eId.startsWith("att") ? 1 : eId.startsWith("preamble") ? -1 : 0].concat(
    (eId.match(/\d+(-\d+)?/g) ?? []).map((number) => {
      const [main, insert = 0] = number.split("-");
      return Number(main) + insert / 1000;
    }));
  const before = (a, b) => {
    for (let n = 0; n < a.length && n < b.length; n++) if (a[n] !== b[n]) return a[n] - b[n];
    return a.length - b.length;
  };
  const keys = {
    party: once(() => ranks(rows.map((row) => row.cells[0].firstElementChild.textContent))),
    kind: () => kind,
    fine: once(() => rows.map((row) => Number(row.dataset.f ?? -1))),
    place: once(() => {
      const all = rows.map((row, n) => [instrument[n], ...steps(row.cells[4].dataset.e)]);
      const rank = new Int32Array(rows.length);
      const sorted = all.map((_, n) => n).sort((a, b) => before(all[a], all[b]));
      for (let n = 1; n < sorted.length; n++) {
        rank[sorted[n]] = rank[sorted[n - 1]] + (before(all[sorted[n - 1]], all[sorted[n]]) ? 1 : 0);
      }
      return rank;
    }),
  };

  function sort(button) {
    const head = button.parentNode;
    // Of fines people look for the highest first.
    const first = button.dataset.sort === "fine" ? "descending" : "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const last = head.getAttribute("aria-sort");
    const next = last === first ? other : last === other ? null : first;
    for (const th of head.parentNode.cells) th.removeAttribute("aria-sort");
    order = rows.map((_, n) => n);
    if (next) {
      head.setAttribute("aria-sort", next);
      const key = keys[button.dataset.sort]();
      const sign = next === "ascending" ? 1 : -1;
      order.sort((a, b) => sign * (key[a] - key[b]) || a - b);
    }
    blocks.forEach((block, b) => {
      block.append(...order.slice(b * size, (b + 1) * size).map((n) => rows[n]));
    });
    placeBlocks();
  }

  // The head of the table sticks below the filters.
  new ResizeObserver(() => {
    const isSticky = getComputedStyle($("filters")).position === "sticky";
    document.documentElement.style.setProperty("--bar", isSticky ? `${$("filters").offsetHeight}px` : 0);
  }).observe($("filters"));

  let waiting;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(filter, 150); };
  document.documentElement.classList.add("script");
  $("party").addEventListener("input", soon);
  $("words").addEventListener("input", soon);
  for (const box of boxes) box.addEventListener("change", filter);
  const choose = (value) => {
    picked.i = value === "" ? null : Number(value);
    filter();
  };
  $("instrument").addEventListener("change", (event) => choose(event.target.value));
  $("picked").addEventListener("click", () => { picked.p = null; filter(); });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("filters").addEventListener("reset", () => {
    picked.p = picked.i = null;
    setTimeout(filter);
  });
  $("grid").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const isPicked = button.getAttribute("aria-pressed") === "true";
    picked.p = isPicked || button.dataset.p === undefined ? null : Number(button.dataset.p);
    picked.i = isPicked || button.dataset.i === undefined ? null : Number(button.dataset.i);
    filter();
    $("filters").scrollIntoView({ block: "nearest" });
  });
  $("norms").tHead.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) sort(button);
  });
  // A reload may keep what was chosen before it.
  choose($("instrument").value);
})();
