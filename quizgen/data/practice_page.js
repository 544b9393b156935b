"use strict";
// Own text, 2026-11, MIT: a quiz practised on one page, with nothing sent and nothing kept.
const quiz = JSON.parse(document.getElementById("quiz").textContent);
const main = document.getElementById("main");
const told = document.getElementById("told");
const state = { round: 1, order: [], place: 0, right: new Set(), missed: [], first: 0 };

// Judging typed answers, as strictly as quizgen itself: what it can't be sure of is wrong.

function wordsOf(text) {
  const letters = { "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "&": " and ", "ß": "ss" };
  const low = text.toLowerCase().replace(/[øłđæœðþı&ß]/g, (mark) => letters[mark]);
  const plain = low.normalize("NFKD").replace(/\p{M}/gu, "");
  const inner = plain.replace(/([\p{L}\p{N}_])[.'’ʼ`](?=[\p{L}\p{N}_])/gu, "$1");
  const joined = inner.replace(/(^|[^\p{L}\p{N}_])([\p{L}\p{N}_])\./gu, "$1$2");
  return joined.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function folded(text) {
  const words = wordsOf(text);
  while (words.length > 1 && quiz.openings.includes(words[0])) words.shift();
  return words;
}

function oneSlip(word, typed) {
  if ([...word].length < 5 || !/^\p{L}+$/u.test(word + typed) || word === typed) return false;
  let start = 0;
  while (start < word.length && word[start] === typed[start]) start += 1;
  const [rest, other] = [word.slice(start), typed.slice(start)];
  return rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1)
    || (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2));
}

function isNearly(key, typed, others) {
  const unequal = key.length === typed.length
    ? key.map((word, at) => [word, typed[at]]).filter(([one, other]) => one !== other)
    : Math.abs(key.length - typed.length) === 1 ? [[key.join(""), typed.join("")]] : [];
  if (unequal.length !== 1 || !oneSlip(...unequal[0])) return false;
  return !others.includes(unequal[0][1]) && !others.includes(typed.join(" "));
}

function amountOf(text) {
  const found = /^(\D*?)(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|trillion|bn|m|k)?(?![\p{L}\d])(\D*)$/iu.exec(text.trim().replace(/\bper[ -]cent\b/gi, "percent"));
  if (!found) return null;
  const scale = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12 };
  const value = Number(found[2].replace(/,/g, "")) * (scale[(found[3] || "").toLowerCase()] || 1);
  const around = `${found[1]} ${found[4]}`.toLowerCase();
  return { value, units: around.match(/[$€£¥₹₩%]|[\p{L}]+/gu) || [] };
}

function sameAmount(wanted, typed) {
  const given = wanted && amountOf(typed);
  if (!given || Math.abs(given.value - wanted.value) > 1e-9 * Math.abs(wanted.value)) return false;
  return given.units.every((unit) => wanted.units.includes(unit));
}

function judge(question, typed) {
  const words = folded(typed.slice(0, 500));
  const run = words.join("");
  if (!run) return "wrong";
  if (question.keys.some((key) => key.replace(/ /g, "") === run)) return "right";
  if (sameAmount(question.amount, typed)) return "right";
  const nearly = question.spelt.some((key) => isNearly(key.split(" "), words, question.others));
  return nearly ? "nearly" : "wrong";
}

// Making parts of the page: every text is a text, never markup.

function made(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...inside.filter((part) => part !== null && part !== ""));
  return element;
}

function text(name, content, attributes = {}) {
  return made(name, { dir: "auto", ...attributes }, content);
}

function link(story) {
  const name = story.title || story.about || story.url;
  if (!story.url) return made("span", { dir: "auto" }, name);
  return made("a", { href: story.url, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, name);
}

function about(story) {
  const rest = story.title && story.about ? ` · ${story.about}` : "";
  return made("p", { class: "soft" }, "From: ", link(story), rest);
}

function showStories() {
  document.title = quiz.title;
  document.getElementById("title").textContent = quiz.title;
  for (const story of quiz.stories) {
    const place = document.getElementById("stories");
    place.append(about(story));
    if (story.paragraphs.length) {
      const paragraphs = story.paragraphs.map((paragraph) => text("p", paragraph));
      place.append(made("details", {}, made("summary", {}, "Read the article"), made("div", { class: "story-text" }, ...paragraphs)));
    }
  }
}

// The questions: each kind has what is filled in, what was given, and how it is marked.

const kinds = {
  choice: {
    build: (question) => made("fieldset", {}, text("legend", question.before, { class: "stem" }),
      ...question.choices.map((option, at) => made("label", { class: "choice" },
        made("input", { type: "radio", name: "choice", value: at }),
        made("span", { class: "digit", "aria-hidden": "true" }, `${at + 1}`), text("span", option, { class: "text" })))),
    given: (form) => {
      const chosen = form.querySelector("input:checked");
      return chosen ? Number(chosen.value) : null;
    },
    judge: (question, given) => (question.choices[given] === question.answer ? "right" : "wrong"),
    mark: (question, form, given) => form.querySelectorAll(".choice").forEach((choice, at) => {
      const isKey = question.choices[at] === question.answer;
      if (isKey || at === given) sign(choice, isKey);
    }),
  },
  typed: {
    build: (question) => {
      const field = made("input", { type: "text", id: "typed", autocomplete: "off", autocapitalize: "off", spellcheck: "false", maxlength: "500", dir: "auto" });
      if (!question.gap) return made("div", {}, text("label", question.before, { class: "stem", for: "typed" }), field);
      field.setAttribute("aria-label", `Missing words: ${question.before} … ${question.after}`);
      return made("p", { class: "stem", dir: "auto" }, question.before, field, question.after);
    },
    given: (form) => form.querySelector("#typed").value.trim() || null,
    judge,
    mark: () => {},
  },
  matching: {
    build: (question) => made("fieldset", {}, text("legend", question.before, { class: "stem" }),
      ...question.left.map((left, at) => made("div", { class: "pair place-of" }, text("label", left, { for: `left-${at}` }),
        made("select", { id: `left-${at}` }, made("option", { value: "" }, "Choose …"),
          ...question.choices.map((choice, number) => text("option", choice, { value: number })))))),
    given: (form) => {
      const chosen = [...form.querySelectorAll("select")].map((each) => each.value);
      return chosen.every((each) => each !== "") ? chosen.map(Number) : null;
    },
    judge: (question, given) => (question.parts.every((part, at) => part === question.choices[given[at]]) ? "right" : "wrong"),
    mark: (question, form, given) => form.querySelectorAll(".place-of").forEach((pair, at) => {
      sign(pair, question.parts[at] === question.choices[given[at]]);
    }),
  },
  ordering: {
    build: (question) => made("fieldset", {}, text("legend", question.before, { class: "stem" }),
      made("ol", { class: "places" }, ...question.choices.map((choice) => place(choice)))),
    given: (form) => [...form.querySelectorAll(".place .text")].map((each) => each.textContent),
    judge: (question, given) => (question.parts.every((part, at) => part === given[at]) ? "right" : "wrong"),
    mark: (question, form, given) => form.querySelectorAll(".place").forEach((each, at) => sign(each, question.parts[at] === given[at])),
  },
};

function sign(element, isRight) {
  element.classList.add(isRight ? "right" : "wrong");
  element.append(made("span", { class: "sign" }, isRight ? "✓ right" : "✗ wrong"));
}

function place(choice) {
  const item = made("li", { class: "place" }, made("span", { class: "number", "aria-hidden": "true" }), text("span", choice, { class: "text" }));
  for (const [arrow, name, step] of [["↑", "earlier", -1], ["↓", "later", 1]]) {
    item.append(made("button", { type: "button", class: "move", "aria-label": `Move ${name}: ${choice}`, onclick: (event) => move(item, step, event.target) }, arrow));
  }
  return item;
}

function move(item, step, button) {
  const list = item.parentNode;
  const others = [...list.children];
  const at = others.indexOf(item) + step;
  if (at < 0 || at >= others.length) return;
  list.insertBefore(step < 0 ? item : others[at], step < 0 ? others[at] : item);
  number(list);
  const usable = button.disabled ? item.querySelector(".move:not(:disabled)") : button;
  usable.focus();
  told.textContent = `Place ${at + 1} of ${others.length}`;
}

function number(list) {
  [...list.children].forEach((each, at) => {
    each.querySelector(".number").textContent = `${at + 1}`;
    each.querySelector(".move").disabled = at === 0;
    each.querySelectorAll(".move")[1].disabled = at === list.children.length - 1;
  });
}

// The way through: asked, judged, on to the next, the score, and the missed ones again.

function ask() {
  const question = quiz.questions[state.order[state.place]];
  const kind = kinds[question.kind];
  const check = made("button", { type: "submit", class: "main" }, "Check");
  const form = made("form", { class: "card", autocomplete: "off" },
    question.context ? text("p", question.context, { class: "context" }) : null,
    kind.build(question), made("p", { class: "verdict wrong", id: "hint", hidden: true }, "Give an answer first."),
    made("div", { class: "deeds" }, check));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(question, form);
  });
  const heading = made("h2", { tabindex: "-1" }, `Question ${state.place + 1} of ${state.order.length}`);
  main.replaceChildren(made("progress", { max: state.order.length, value: state.place, "aria-hidden": "true" }), heading, form);
  form.querySelectorAll(".places").forEach(number);
  heading.focus();
  window.scrollTo(0, 0);
  const field = form.querySelector("#typed");
  if (field && state.place) field.focus();
}

function answer(question, form) {
  const kind = kinds[question.kind];
  const given = kind.given(form);
  form.querySelector("#hint").hidden = given !== null;
  if (given === null) {
    told.textContent = "Give an answer first.";
    return;
  }
  const verdict = kind.judge(question, given);
  form.querySelectorAll("input, select").forEach((each) => { each.disabled = true; });
  form.querySelectorAll(".move").forEach((each) => each.remove());
  kind.mark(question, form, given);
  form.querySelector(".deeds").remove();
  count(question, verdict !== "wrong");
  explain(question, verdict, form);
}

function count(question, isRight) {
  state.missed = state.missed.filter((each) => each !== question.at);
  if (isRight) state.right.add(question.at);
  else {
    state.right.delete(question.at);
    state.missed.push(question.at);
  }
}

const verdicts = { right: "✓ Right", nearly: "✓ Right – mind the spelling", wrong: "✗ Not right" };

function explain(question, verdict, form) {
  const shown = made("p", { class: `verdict ${verdict === "wrong" ? "wrong" : "right"}`, tabindex: "-1" }, verdicts[verdict]);
  const next = made("button", { type: "button", class: "main", id: "next", onclick: onward },
    state.place + 1 < state.order.length ? "Next question" : "See the score");
  const deeds = made("div", { class: "deeds" }, next);
  if (verdict === "wrong" && question.kind === "typed") {
    deeds.append(made("button", { type: "button", onclick: (event) => forgive(question, shown, event.target) }, "I was right"));
  }
  form.append(shown, ...explanation(question), deeds);
  shown.scrollIntoView({ block: "nearest" });
  told.textContent = `${verdicts[verdict].slice(2)}. The answer: ${question.shown}.`;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function forgive(question, shown, button) {
  count(question, true);
  shown.textContent = "✓ Counted as right";
  shown.className = "verdict right";
  button.remove();
  told.textContent = "Counted as right";
  document.getElementById("next").focus();
}

function explanation(question) {
  const several = question.parts.length > 0;
  const parts = question.rows.map((row) => text("li", row));
  return [
    several ? made(question.kind === "ordering" ? "ol" : "ul", {}, ...parts) : made("p", { class: "answer" }, "The answer: ", text("strong", question.shown)),
    question.also ? made("p", { class: "soft" }, "Also right: ", text("span", question.also)) : null,
    question.explanation ? text("p", question.explanation) : null,
    ...question.quoted.map((sentence) => made("blockquote", { dir: "auto" }, sentence.before, sentence.key ? made("mark", {}, sentence.key) : "", sentence.after)),
    quiz.stories.length > 1 ? about(quiz.stories[question.story]) : null,
  ].filter(Boolean);
}

function onward() {
  state.place += 1;
  if (state.place < state.order.length) ask();
  else finish();
}

function finish() {
  const total = quiz.questions.length;
  if (state.round === 1) state.first = state.right.size;
  const score = `${state.right.size} of ${total} right`;
  const missed = [...state.missed].sort((one, other) => one - other);
  const heading = made("h2", { tabindex: "-1" }, state.round === 1 ? "Your score" : `Your score after round ${state.round}`);
  const again = made("button", { type: "button", class: "main", onclick: () => begin(missed, state.round + 1) }, "Try the missed ones again");
  const anew = made("button", { type: "button", onclick: restart }, "Start again");
  main.replaceChildren(heading, made("section", { class: "card" }, made("p", { class: "score" }, score),
    state.round > 1 ? made("p", { class: "soft" }, `${state.first} of ${total} in the first round`) : null,
    missed.length ? null : made("p", {}, "Everything is right."),
    missed.length ? made("details", {}, made("summary", {}, "Look at what you missed"), made("ul", { class: "missed" }, ...missed.map(reminder))) : null,
    made("div", { class: "deeds" }, missed.length ? again : null, anew)));
  told.textContent = score;
  heading.focus();
  window.scrollTo(0, 0);
}

function reminder(at) {
  const question = quiz.questions[at];
  const gap = question.gap ? "____" : "";
  return made("li", {}, text("span", `${question.before}${gap}${question.after}`), made("br"), text("strong", question.shown));
}

function begin(order, round) {
  Object.assign(state, { order, round, place: 0 });
  ask();
}

function restart() {
  Object.assign(state, { right: new Set(), missed: [], first: 0 });
  begin(quiz.questions.map((question) => question.at), 1);
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
  if (event.target.matches("input[type=text], select")) return;
  const choice = main.querySelectorAll(".choice input:not(:disabled)")[Number(event.key) - 1];
  if (!choice) return;
  choice.checked = true;
  choice.focus();
});

showStories();
if (quiz.questions.length) restart();
else main.replaceChildren(made("p", {}, "This quiz has no questions."));
