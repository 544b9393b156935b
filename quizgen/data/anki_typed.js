// A typed answer in Anki: capitals, accents, marks and "the" don't count, and other right answers do. Own work, MIT.
// Anki compares letter by letter; what was typed is read back from its comparison, the line above the arrow.
(function () {
  "use strict";
  var compared = document.querySelector("code#typeans");
  var key = document.getElementById("quizgen-key");
  var verdict = document.getElementById("quizgen-verdict");
  if (!compared || !key || !verdict || !compared.querySelector(".typeGood, .typeBad")) { return; }

  function typed() {
    var text = "";
    for (var node = compared.firstChild; node && node.id !== "typearrow"; node = node.nextSibling) {
      if (node.className !== "typeMissed") { text += node.textContent; }
    }
    return text;
  }

  function folded(text) {
    var plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    var bare = plain.replace(/[^\p{L}\p{N}%$€£]+/gu, " ").trim();
    return bare.replace(/^(the|an|a) (?=.)/, "") || text.trim();
  }

  var others = Array.prototype.slice.call(document.querySelectorAll(".also .other"));
  var right = [key].concat(others).some(function (row) {
    return folded(row.textContent) === folded(typed());
  });
  verdict.className = right ? "right" : "unsure";
  verdict.textContent = right ? "✓ Right" : "≠ Not the same: compare the two";
})();
