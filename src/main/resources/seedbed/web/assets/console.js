// Keeps what changes on a page up to date, by asking for the same page again. Pages are complete without it.

const main = document.querySelector("main[data-poll]");

async function latest() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (response.status === 401) {
    // The session has ended: the page that asks for a token is the one to see.
    location.reload();
  }
  if (!response.ok) {
    throw new Error("the console answered " + response.status);
  }
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// Returns whether nothing will change any more.
function show(page) {
  let ended = false;
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(part.id);
    ended ||= Boolean(fresh && "ended" in fresh.dataset);
    // What has the keyboard's focus is not taken away from under it.
    if (fresh && fresh.outerHTML !== part.outerHTML && !part.contains(document.activeElement)) {
      part.replaceWith(document.adoptNode(fresh));
    }
  }
  return ended;
}

async function follow() {
  let ended = false;
  try {
    if (!document.hidden) {
      ended = show(await latest());
      document.body.classList.remove("stale");
    }
  } catch {
    // What is shown may be old by now, and is said to be.
    document.body.classList.add("stale");
  }
  if (!ended) {
    setTimeout(follow, Number(main.dataset.poll));
  }
}

if (main) {
  setTimeout(follow, Number(main.dataset.poll));
}
