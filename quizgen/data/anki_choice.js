// Questions to choose from, in Anki: shuffled at each review, answered by tap or number key. Own work, MIT.
// Front and back are pages of their own in some of Anki's apps, so the front leaves order and choice in one
// slot that the next front overwrites; a back takes nothing from it that another card has left there.
(function () {
  "use strict";
  var SLOT = "quizgenChoice";
  var STAYS = /^(all|none|both|neither|either) of (the|these|them)\b/i;
  var box = document.getElementById("quizgen-choice");
  var list = box && box.querySelector(".options");
  if (!list) { return; }
  var asked = box.className.indexOf("asked") >= 0;
  var rows = Array.prototype.slice.call(list.children);
  var texts = rows.map(function (row) { return row.textContent; });
  var card = [document.querySelector(".stem").textContent].concat(texts).join("\u001f");
  var state = asked ? { card: card, order: shuffled(), chosen: -1 } : recalled();

  function shuffled() {
    var order = rows.map(function (_, at) { return at; });
    if (list.tagName !== "OL") { return order; }
    var moving = order.filter(function (at) { return !STAYS.test(texts[at].trim()); });
    for (var last = moving.length - 1; last > 0; last--) {
      var drawn = Math.floor(Math.random() * (last + 1));
      var from = moving[last], to = moving[drawn], kept = order[from];
      order[from] = order[to];
      order[to] = kept;
    }
    return order;
  }

  function recalled() {
    var kept = window[SLOT];
    if (!kept) {
      try { kept = JSON.parse(window.sessionStorage.getItem(SLOT)); } catch (error) { kept = null; }
    }
    var own = kept && kept.card === card && kept.order.length === rows.length;
    return own ? kept : { card: card, order: rows.map(function (_, at) { return at; }), chosen: -1 };
  }

  function keep() {
    window[SLOT] = state;
    try { window.sessionStorage.setItem(SLOT, JSON.stringify(state)); } catch (error) { /* not in this app */ }
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function arrange() {
    box.className += " live";
    state.order.forEach(function (at, place) {
      rows[at].insertBefore(element("kbd", "place", String(place + 1)), rows[at].firstChild);
      list.appendChild(rows[at]);
    });
  }

  function choose(at) {
    state.chosen = at;
    keep();
    rows.forEach(function (row, other) {
      row.setAttribute("aria-checked", String(other === at));
      row.classList.toggle("chosen", other === at);
    });
  }

  function ask() {
    keep();
    list.setAttribute("role", "radiogroup");
    list.setAttribute("aria-label", "Answers");
    rows.forEach(function (row, at) {
      row.classList.add("tappable");  // else a tap on it would turn the card over
      row.setAttribute("role", "radio");
      row.setAttribute("aria-checked", "false");
      row.tabIndex = 0;
      row.onclick = function (event) { choose(at); event.stopPropagation(); };
    });
    box.parentNode.insertBefore(element("div", "prompt", "Choose an answer, then turn the card over."), box.nextSibling);
    listen(pressed);
    if (typeof window.pycmd === "function") { catchKeys(); }
  }

  function catchKeys() {  // on a computer Anki keeps number keys to itself, except where one can type
    var catcher = element("input", "catcher", "");
    catcher.setAttribute("aria-label", "Number of your answer");
    catcher.onkeydown = function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || /^(Shift|Tab)$/.test(event.key)) { return; }
      catcher.blur();  // so that the next key is Anki's own again
      if (event.key === "Enter" || event.key === " ") { window.pycmd("ans"); }
      event.preventDefault();
    };
    box.appendChild(catcher);
    catcher.focus({ preventScroll: true });
  }

  function pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    var place = "123456789".indexOf(event.key);
    var focused = rows.indexOf(document.activeElement);
    if (place >= 0 && place < rows.length) {
      choose(state.order[place]);
    } else if ((event.key === "Enter" || event.key === " ") && focused >= 0 && focused !== state.chosen) {
      choose(focused);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function listen(heard) {  // the page lives on from card to card on a computer
    if (window.quizgenKeys) { document.removeEventListener("keydown", window.quizgenKeys, true); }
    window.quizgenKeys = heard && function (event) { if (list.isConnected) { heard(event); } };
    if (heard) { document.addEventListener("keydown", window.quizgenKeys, true); }
  }

  function tell() {
    listen(null);
    var key = rows.findIndex(function (row) { return row.classList.contains("key"); });
    var right = state.chosen === key;
    if (rows[key]) {
      var words = right ? "✓ Right · your choice" : "✓ Right answer";
      rows[key].appendChild(element("span", "verdict", words));
      var letter = document.getElementById("quizgen-letter");
      letter.textContent = "";
    }
    if (!rows[state.chosen]) { return; }
    if (!right) {
      rows[state.chosen].classList.add("wrong");
      rows[state.chosen].appendChild(element("span", "verdict", "✗ Wrong · your choice"));
    }
    var verdict = document.getElementById("quizgen-verdict");
    verdict.className = right ? "right" : "wrong";
    verdict.textContent = right ? "✓ Right" : "✗ Wrong";
  }

  arrange();
  (asked ? ask : tell)();
})();
