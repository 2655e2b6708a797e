// Hides what did not change, and keeps the head of the table below the bar; no markup is made from text.
"use strict";
(() => {
  const root = document.documentElement;
  const only = document.getElementById("only");
  const tools = document.querySelector(".tools");
  root.classList.add("script");
  const filter = () => root.classList.toggle("only", only.checked);
  only.addEventListener("change", filter);
  // A reload may keep what was ticked before it.
  filter();
  new ResizeObserver(() => {
    const isSticky = getComputedStyle(tools).position === "sticky";
    root.style.setProperty("--bar", isSticky ? `${tools.offsetHeight}px` : "0px");
  }).observe(tools);
})();
