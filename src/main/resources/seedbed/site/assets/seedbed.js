// Fills in what changes between two publications: the counts of each swarm and what the campus saved.
// Pages are complete without it; a count that is not known stays "unknown".
"use strict";

(() => {
  const root = document.body.dataset.root;
  const REFRESH_MS = 60_000;
  const FILTER_FROM = 12;

  const swarmElements = document.querySelectorAll("[data-swarm]");

  // A torrent with two info-hashes has two swarms that mostly hold the same peers, so the larger number is shown.
  function count(swarms, hashes, name) {
    const numbers = hashes.map((hash) => swarms[hash]?.[name]).filter(Number.isSafeInteger);
    return numbers.length === 0 ? "unknown" : Math.max(...numbers).toLocaleString("en");
  }

  function showCounts(swarms) {
    for (const element of swarmElements) {
      const hashes = element.dataset.swarm.split(" ");
      for (const cell of element.querySelectorAll("[data-count]")) {
        cell.textContent = count(swarms, hashes, cell.dataset.count);
      }
    }
  }

  function showTime(time) {
    for (const element of document.querySelectorAll("[data-as-of]")) {
      const stamp = document.createElement("time");
      stamp.dateTime = time.toISOString();
      stamp.textContent = time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
      element.replaceChildren("As of ", stamp);
    }
  }

  async function json(path) {
    const response = await fetch(root + path, { headers: { Accept: "application/json" } });
    if (!response.ok) {
      throw new Error(path + " answered " + response.status);
    }
    return response.json();
  }

  async function refresh() {
    if (document.hidden) {
      return;
    }
    try {
      showCounts(await json("swarms.json"));
      showTime(new Date());
    } catch {
      // Numbers that are too old would mislead.
      showCounts({});
      document.querySelectorAll("[data-as-of]").forEach((element) => {
        element.textContent = "The tracker does not answer at the moment.";
      });
    }
  }

  function size(bytes) {
    const units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];
    let unit = 0;
    for (; bytes >= 1023.5 && unit < units.length - 1; unit++) {
      bytes /= 1024;
    }
    return bytes.toLocaleString("en", { maximumSignificantDigits: 3 }) + " " + units[unit];
  }

  async function showSavings(element) {
    try {
      const savings = await json("savings.json?days=30");
      const lower = savings.saved_bytes.lower;
      if (lower > 0) {
        element.textContent = `In the last 30 days the campus fetched ${size(savings.provided_bytes)} here, and at least `
          + `${size(lower)} of that never crossed the outside link.`;
        element.hidden = false;
      }
    } catch {
      // The page is whole without this line.
    }
  }

  function addFilter(table) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < FILTER_FROM) {
      return;
    }
    const words = rows.map((row) => row.textContent.toLowerCase());
    const label = document.createElement("label");
    label.className = "filter";
    label.textContent = "Show only those with";
    const input = document.createElement("input");
    input.type = "search";
    input.addEventListener("input", () => {
      const wanted = input.value.toLowerCase().split(/\s+/);
      rows.forEach((row, i) => {
        row.hidden = !wanted.every((word) => words[i].includes(word));
      });
    });
    label.append(input);
    table.parentElement.before(label);
  }

  for (const table of document.querySelectorAll("[data-torrents]")) {
    table.classList.add("counted");
    addFilter(table);
  }
  if (swarmElements.length > 0) {
    refresh();
    setInterval(refresh, REFRESH_MS);
    document.addEventListener("visibilitychange", refresh);
  }
  document.querySelectorAll("[data-savings]").forEach(showSavings);
})();
