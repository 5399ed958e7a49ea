// Fills in what changes between two publications: the counts of each swarm and what the campus saved.
// Pages are complete without it; a count that is not known stays "unknown".

const root = document.body.dataset.root;
const REFRESH_MS = 60_000;
const FILTER_FROM = 12;

export async function json(path) {
  const response = await fetch(root + path, { headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw new Error(path + " answered " + response.status);
  }
  return response.json();
}

// Of a path of the webroot, for a link on this page.
export const reference = (path) => root + path.split("/").map(encodeURIComponent).join("/");

export function size(bytes) {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
  let unit = 0;
  for (; Math.abs(bytes) >= 1023.5 && unit < units.length - 1; unit++) {
    bytes /= 1024;
  }
  const digits = Math.abs(bytes) >= 1000 ? 4 : 3;
  return bytes.toLocaleString("en", { maximumSignificantDigits: digits, useGrouping: false }) + " " + units[unit];
}

let swarms = {};

// A torrent with two info-hashes has two swarms that mostly hold the same peers, so the larger number is shown.
export function count(hashes, name) {
  const numbers = hashes.map((hash) => swarms[hash]?.[name]).filter(Number.isSafeInteger);
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

export function showCounts() {
  for (const element of document.querySelectorAll("[data-swarm]")) {
    const hashes = element.dataset.swarm.split(" ");
    for (const cell of element.querySelectorAll("[data-count]")) {
      cell.textContent = count(hashes, cell.dataset.count)?.toLocaleString("en") ?? "unknown";
    }
    for (const mark of element.querySelectorAll("[data-full-copy]")) {
      mark.hidden = !count(hashes, "seed_boxes");
    }
  }
}

function showTime(...words) {
  document.querySelectorAll("[data-as-of]").forEach((element) => element.replaceChildren(...words));
}

async function refresh() {
  if (document.hidden) {
    return;
  }
  try {
    swarms = await json("swarms.json");
    const now = new Date();
    const stamp = document.createElement("time");
    stamp.dateTime = now.toISOString();
    stamp.textContent = now.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    showTime("As of ", stamp);
  } catch {
    // Numbers that are too old would mislead.
    swarms = {};
    showTime("The tracker does not answer at the moment.");
  }
  showCounts();
  document.dispatchEvent(new Event("swarms"));
}

async function showSavings(element) {
  try {
    const savings = await json("savings.json?days=30");
    const { lower, upper } = savings.saved_bytes;
    if (savings.provided_bytes > 0) {
      element.textContent = `In the last 30 days the campus fetched ${size(savings.provided_bytes)} from here. `
        + `Between ${size(Math.max(0, lower))} and ${size(Math.max(0, upper))} of that never crossed the outside link.`;
    }
  } catch {
    // "No data yet" stays true.
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

document.querySelectorAll("[data-torrents]").forEach(addFilter);
document.querySelectorAll(".torrents").forEach((table) => table.classList.add("counted"));
document.querySelectorAll("[data-search]").forEach((form) => { form.hidden = false; });
document.querySelectorAll("[data-savings]").forEach(showSavings);
if (document.querySelector("[data-swarm]")) {
  refresh();
  setInterval(refresh, REFRESH_MS);
  document.addEventListener("visibilitychange", refresh);
}
