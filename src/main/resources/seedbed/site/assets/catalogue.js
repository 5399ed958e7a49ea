// Makes one list to search and to sort of the catalogue's parts. What is looked for stands in the page's address, so
// that a search can be sent to somebody.

import { count, json, reference, showCounts, size } from "./seedbed.js";

const STEP = 100;
// Which way a column is sorted when it is chosen: the largest, newest and best seeded first.
const FIRST_WAY = { title: 1, size: -1, added: -1, seeds: -1 };
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const table = document.querySelector("[data-catalogue]");
const form = document.querySelector("[data-search]");
const more = document.querySelector("[data-more]");
const found = document.querySelector("[data-found]");

function entry(torrent) {
  // A swarm is known by 20 bytes: a second-version hash is cut.
  const hashes = [torrent.info_hash, torrent.info_hash_v2?.slice(0, 40)].filter(Boolean);
  const section = torrent.path.slice(0, torrent.path.lastIndexOf("/") + 1);
  return { ...torrent, hashes, section, words: `${torrent.title} ${torrent.name} ${section}`.toLowerCase() };
}

function list(torrents) {
  const query = new URLSearchParams(location.search);
  const model = table.tBodies[0].rows[0];
  const buttons = new Map();
  let column = query.get("sort") in FIRST_WAY ? query.get("sort") : "title";
  let way = query.get("way") === "other" ? -FIRST_WAY[column] : FIRST_WAY[column];
  let wanted = [];
  let shown = STEP;
  let hits = torrents;

  function value(torrent) {
    return column === "seeds" ? count(torrent.hashes, "seeds") : torrent[column] ?? undefined;
  }

  function compare(a, b) {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined) {
      // What is not known comes last, either way.
      return (left === undefined) - (right === undefined);
    }
    return way * (typeof left === "string" ? collator.compare(left, right) : left - right);
  }

  // Titles in order settle ties; the sort is stable.
  torrents.sort((a, b) => collator.compare(a.title, b.title));

  function row(torrent) {
    const element = model.cloneNode(true);
    const field = (name) => element.querySelector(`[data-field=${name}]`);
    element.dataset.swarm = torrent.hashes.join(" ");
    const title = document.createElement("bdi");
    title.textContent = torrent.title;
    field("title").href = reference(torrent.path.replace(/\.torrent$/i, ".html"));
    field("title").replaceChildren(title);
    const section = field("section") ?? document.createElement("span");
    section.className = "summary";
    section.dataset.field = "section";
    section.textContent = torrent.section;
    field("title").after(section);
    field("size").textContent = size(torrent.size);
    field("size").title = torrent.size.toLocaleString("en") + " bytes";
    field("added").textContent = torrent.added ? day.format(new Date(torrent.added)) : "";
    field("file").href = reference(torrent.path);
    field("file").ariaLabel = "Torrent file of " + torrent.title;
    return element;
  }

  function show() {
    table.tBodies[0].replaceChildren(...hits.slice(0, shown).map(row));
    showCounts();
    more.hidden = hits.length <= shown;
    const all = torrents.length.toLocaleString("en");
    found.textContent = wanted.length === 0 ? "" : `${hits.length.toLocaleString("en")} of ${all} torrents`;
  }

  function search() {
    wanted = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    hits = torrents.filter((torrent) => wanted.every((word) => torrent.words.includes(word))).sort(compare);
    shown = STEP;
    show();
  }

  function remember() {
    const address = new URL(location.href);
    const set = (name, text) => text ? address.searchParams.set(name, text) : address.searchParams.delete(name);
    set("q", form.elements.q.value.trim());
    set("sort", column === "title" ? "" : column);
    set("way", way === FIRST_WAY[column] ? "" : "other");
    history.replaceState(null, "", address);
  }

  function showOrder() {
    for (const [name, button] of buttons) {
      const heading = button.parentElement;
      if (name === column) {
        heading.ariaSort = way > 0 ? "ascending" : "descending";
      } else {
        heading.removeAttribute("aria-sort");
      }
    }
  }

  function sortBy(name) {
    way = name === column ? -way : FIRST_WAY[name];
    column = name;
    showOrder();
    search();
    remember();
  }

  for (const heading of table.querySelectorAll("[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sortBy(heading.dataset.sort));
    heading.append(button);
    buttons.set(heading.dataset.sort, button);
  }
  form.elements.q.value = query.get("q") ?? "";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    search();
    remember();
  });
  more.addEventListener("click", () => {
    const next = shown;
    shown += STEP;
    show();
    table.tBodies[0].rows[next].querySelector("a").focus();
  });
  document.addEventListener("swarms", () => column === "seeds" && search());
  document.querySelector("[data-parts]")?.remove();
  showOrder();
  search();
}

if (table) {
  try {
    list((await json("catalogue.json")).torrents.map(entry));
  } catch {
    // The parts stay as they are, and the search would find nothing in them.
    form.hidden = true;
  }
}
