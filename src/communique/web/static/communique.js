/* Keys of the workspace; every page works without them. */
"use strict";

(() => {
  const writing = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName));

  /* A link or button says its key in data-key; a field is put in focus by it. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    const found = [...document.querySelectorAll("[data-key]")].find(
      (each) => each.dataset.key === event.key && !each.disabled,
    );
    if (!found) return;
    event.preventDefault();
    if (found.matches("input, select, textarea")) found.focus();
    else found.click();
  });
})();

/* The word that the guard wants to see with whatever htmx sends. */
document.addEventListener("htmx:configRequest", (event) => {
  const word = document.querySelector('meta[name="csrf"]')?.content;
  if (word) event.detail.headers["X-Csrf"] = word;
});

/* Which sorts of marks a page shows. */
document.addEventListener("change", (event) => {
  const sort = event.target.dataset?.sort;
  if (sort) document.querySelector(".page-text").classList.toggle(`hide-${sort}`, !event.target.checked);
});

/* Files are read as soon as they are dropped on their box or chosen. */
for (const kind of ["dragover", "drop"])
  document.addEventListener(kind, (event) => {
    const field = event.target.closest?.(".drop")?.querySelector("input");
    if (!field || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (kind !== "drop" || !event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-send]") && event.target.files.length) event.target.form.requestSubmit();
});
