/* The matrix while it is looked at: who is on duty now, from the page's own table of hand-overs, and a filter. */
(() => {
  "use strict";
  const status = document.getElementById("duty");
  const changes = [...document.querySelectorAll("#hand-overs tr[data-area]")];
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const takeOver = (row) => {
    const cell = document.querySelector(
      `.matrix td[data-area="${row.dataset.area}"][data-rung="${row.dataset.rung}"]`);
    const since = document.createElement("span");
    since.className = "under";
    since.textContent = `${status.dataset.since} ${row.querySelector("time").textContent}`;
    cell.replaceChildren(...row.querySelector(".holder").cloneNode(true).childNodes, since);
    row.classList.add("done");
  };

  const show = () => {
    const now = Date.now();
    if (now > Date.parse(status.dataset.until)) {
      status.textContent = status.dataset.over;
      status.classList.add("late");
    } else if (now >= Date.parse(status.dataset.made)) {
      const past = changes.filter((row) => Date.parse(row.querySelector("time").dateTime) <= now);
      past.forEach(takeOver);
      const words = past.length ? status.dataset.changed.replace("%s", past.length) : status.dataset.same;
      status.textContent = `${status.dataset.now} ${words}`;
    }
  };

  const narrow = (input, told) => {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const row of document.querySelectorAll("[data-filtered] tbody tr")) {
      const text = fold(row.textContent);
      row.hidden = !wanted.every((word) => text.includes(word));
      if (!row.hidden && row.closest(".matrix")) left += 1;
    }
    told.textContent = wanted.length ? told.dataset.left.replace("%s", left) : "";
  };

  if (status) {
    show();
    setInterval(show, 60000);
  }
  const filter = document.getElementById("filter");
  if (filter) {
    const input = filter.querySelector("input");
    filter.hidden = false;
    input.addEventListener("input", () => narrow(input, filter.querySelector("[data-left]")));
  }
})();
