// Hides what did not change, and keeps the head of the table below the bar; no markup is made from text.
"use strict";
(() => {
  const root = document.documentElement;
  const shown = document.getElementById("shown");
  const tools = document.querySelector(".tools");
  root.classList.add("script");
  const rows = Array.from(document.querySelectorAll("tbody tr")).reverse();

  function filter() {
    const left = shown.value.split(" ").filter(Boolean);
    // From the end: which depths of headings have a row to show below the place that is read.
    const isNeeded = Array(9).fill(false);
    for (const row of rows) {
      const isLeft = left.some((name) => row.classList.contains(name.slice(3)));
      if (row.dataset.d === undefined) {
        row.hidden = isLeft;
        if (!isLeft) isNeeded.fill(true);
      } else {
        const depth = Math.min(Number(row.dataset.d), 8);
        row.hidden = isLeft && !isNeeded[depth];
        isNeeded.fill(false, depth);
      }
    }
  }

  shown.addEventListener("change", filter);
  // A reload may keep what was chosen before it.
  filter();
  new ResizeObserver(() => {
    const isSticky = getComputedStyle(tools).position === "sticky";
    root.style.setProperty("--bar", isSticky ? `${tools.offsetHeight}px` : "0px");
  }).observe(tools);
})();
