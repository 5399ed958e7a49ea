// Draws what savings.json tells of each day. All numbers of a plot are also in a table below it.

import { json, size } from "./seedbed.js";

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [720, 260, 76, 26, 12];
// More bars than this are too thin to tell apart, so that weeks are drawn instead of days.
const MOST_BARS = 100;

const page = document.querySelector("[data-savings-page]");
const state = page.querySelector("[data-state]");
const plots = page.querySelector("[data-plots]");
const form = page.querySelector("[data-days]");

function element(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function html(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

// The four numbers of a day, or of the days of a week together, and what each source measured on the link meanwhile.
function span(days, links) {
  const sum = (key) => days.reduce((total, day) => total + day[key], 0);
  const [provided, lower, upper] =
    [sum("provided_bytes"), sum("imported_lower_bytes"), sum("imported_upper_bytes")];
  const measured = links.map((link) => days.map((day) => link.get(day.date)).filter((bytes) => bytes !== undefined)
    .reduce((total, bytes) => (total ?? 0) + bytes, null));
  return { date: days[0].date, provided, lower, upper, measured, savedLower: provided - upper, savedUpper: provided - lower };
}

function spans(days, sources) {
  const links = sources.map((source) => new Map(source.days.map((day) => [day.date, day.in_bytes])));
  const length = days.length > MOST_BARS ? 7 : 1;
  const made = [];
  for (let i = 0; i < days.length; i += length) {
    made.push(span(days.slice(i, i + length), links));
  }
  return made;
}

// The largest of 1, 2 and 5 times a power of two units that makes at most five lines of the range.
function step(range) {
  let unit = 1;
  while (unit * 1024 <= range / 4) {
    unit *= 1024;
  }
  return [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => n * unit).find((n) => range / n <= 5) ?? unit * 1024;
}

function frame(lowest, highest, label) {
  const grid = step(Math.max(1, highest - lowest));
  const [low, high] = [Math.floor(lowest / grid) * grid, Math.ceil(highest / grid) * grid];
  const y = (bytes) => TOP + (HEIGHT - TOP - BOTTOM) * (high - bytes) / (high - low);
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label });
  for (let bytes = low; bytes <= high; bytes += grid) {
    svg.append(
      element("line", { class: bytes === 0 ? "zero" : "grid", x1: LEFT, x2: WIDTH, y1: y(bytes), y2: y(bytes) }),
      element("text", { x: LEFT - 8, y: y(bytes) + 4, "text-anchor": "end" }, size(bytes)));
  }
  return { svg, y };
}

function dates(svg, bars, x) {
  const every = Math.ceil(bars.length / 6);
  bars.forEach((bar, i) => {
    if (i % every === 0 && i + every / 2 <= bars.length) {
      svg.append(element("text", { x: x(i), y: HEIGHT - 6 }, bar.date));
    }
  });
}

function figure(svg, caption, ...keys) {
  const legend = html("ul", { class: "keys" });
  for (const [name, words] of keys) {
    const sign = element("svg", { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true" },
      name.startsWith("measured") ? element("g", { class: name }, element("path", { d: "M0 6H12" }), element("circle", { cx: 6, cy: 6, r: 2.5 }))
        : element("rect", { class: name, width: 12, height: 12 }));
    legend.append(html("li", {}, sign, " " + words));
  }
  return html("figure", { class: "plot" }, html("figcaption", {}, html("strong", {}, caption), legend),
    html("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption }, svg));
}

// What one source measured: a line over the bars, with a dot for each, and a gap where it measured nothing.
function line(bars, index, x, y) {
  const known = (i) => i >= 0 && bars[i].measured[index] !== null;
  const points = bars.map((bar, i) => i).filter(known).map((i) => [i, x(i), y(bars[i].measured[index])]);
  const path = points.map(([i, left, top]) => `${known(i - 1) ? "L" : "M"}${left} ${top}`).join("");
  return element("g", { class: `measured source-${index % 3}` }, element("path", { d: path }),
    ...points.map(([, left, top]) => element("circle", { cx: left, cy: top, r: 2.5 })));
}

// Provided and imported bytes side by side; between the two bounds of what was imported the bar is pale.
function traffic(bars, sources) {
  const highest = Math.max(1, ...bars.map((bar) => Math.max(bar.provided, bar.upper, ...bar.measured.map((bytes) => bytes ?? 0))));
  const { svg, y } = frame(0, highest, "Bytes provided and imported. The numbers are in the table below.");
  const width = (WIDTH - LEFT) / bars.length;
  const x = (i) => LEFT + i * width;
  const rect = (name, from, to, left) => element("rect",
    { class: name, x: left, width: width * .4, y: y(to), height: Math.max(0, y(from) - y(to)) });
  bars.forEach((bar, i) => svg.append(element("g", {},
    element("title", {}, `${bar.date}: provided ${size(bar.provided)}, imported ${size(bar.lower)} to ${size(bar.upper)}`
      + sources.map((source, s) => bar.measured[s] === null ? "" : `, ${source.source} measured ${size(bar.measured[s])}`)
        .join("")),
    rect("provided", 0, bar.provided, x(i) + width * .08),
    rect("maybe", bar.lower, bar.upper, x(i) + width * .52),
    rect("imported", 0, bar.lower, x(i) + width * .52))));
  sources.forEach((source, s) => svg.append(line(bars, s, (i) => x(i) + width / 2, y)));
  dates(svg, bars, x);
  return figure(svg, "Provided and imported",
    ["provided", "provided"], ["imported", "imported at least"], ["maybe", "imported at most"],
    ...sources.map((source, s) => [`measured source-${s % 3}`, `measured by ${source.source}`]));
}

// A band between the two bounds of what was saved.
function saving(bars) {
  const { svg, y } = frame(Math.min(0, ...bars.map((bar) => bar.savedLower)),
    Math.max(1, ...bars.map((bar) => bar.savedUpper)), "Bytes saved. The numbers are in the table below.");
  const width = (WIDTH - LEFT) / bars.length;
  const x = (i) => LEFT + i * width;
  // A day without any traffic gets no mark, which would look like a saving of nothing.
  bars.forEach((bar, i) => (bar.provided > 0 || bar.upper > 0) && svg.append(element("g", {},
    element("title", {}, `${bar.date}: saved ${size(bar.savedLower)} to ${size(bar.savedUpper)}`),
    element("rect", { class: "saved", x: x(i) + width * .15, width: width * .7, y: y(bar.savedUpper),
      height: Math.max(2.5, y(bar.savedLower) - y(bar.savedUpper)) }))));
  dates(svg, bars, x);
  return figure(svg, "Saved", ["saved", "from at least to at most"]);
}

function table(bars, sources) {
  const body = html("tbody");
  for (const bar of [...bars].reverse()) {
    body.append(html("tr", {}, html("th", { scope: "row" }, html("time", { datetime: bar.date }, bar.date)),
      ...[[bar.provided], [bar.lower, bar.upper], [bar.savedLower, bar.savedUpper],
        ...bar.measured.map((bytes) => bytes === null ? [] : [bytes])].map((bounds) =>
        html("td", { class: "number" }, bounds.map(size).join(" to ")))));
  }
  const head = html("tr", {}, ...["From", "Provided", "Imported", "Saved", ...sources.map((source) => `Measured by ${source.source}`)].map((words) =>
    html("th", { scope: "col", class: words === "From" ? "" : "number" }, words)));
  return html("details", {}, html("summary", {}, "The numbers as a table"),
    html("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "The numbers as a table" },
      html("table", { class: "numbers" }, html("thead", {}, head), body)));
}

async function show() {
  const days = new FormData(form).get("days");
  try {
    const savings = await json(`savings.json?days=${days}`);
    if (savings.days.length === 0 || (savings.provided_bytes === 0 && savings.imported_bytes.upper === 0)) {
      plots.replaceChildren();
      state.textContent = "No data yet.";
      return;
    }
    const { lower, upper } = savings.saved_bytes;
    state.textContent = `From ${savings.from} to ${savings.to} the campus fetched ${size(savings.provided_bytes)}. `
      + `Between ${size(savings.imported_bytes.lower)} and ${size(savings.imported_bytes.upper)} came in over the `
      + `outside link, so that between ${size(lower)} and ${size(upper)} were saved.`;
    const sources = savings.link_bytes ?? [];
    if (sources.length > 0) {
      const measured = sources.map((source) => `${size(source.in_bytes)} by ${source.source}`).join(", ");
      state.textContent += ` Measured on the link: ${measured}.`;
    }
    const bars = spans(savings.days, sources);
    plots.replaceChildren(traffic(bars, sources), saving(bars), table(bars, sources));
    form.hidden = false;
  } catch {
    plots.replaceChildren();
    state.textContent = "No data yet.";
  }
}

form.addEventListener("change", show);
show();
