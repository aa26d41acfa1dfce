// The second frame after the page has loaded is the first that surely shows it.
addEventListener("load", () =>
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("interactive"))),
);
