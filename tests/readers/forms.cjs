// Runs a Google Forms script from standard input on a form that keeps what it is told, as JSON.
const vm = require("vm");

const items = [];
const form = { getEditUrl: () => "" };

function recorder(kind, kept) {
  const item = { createChoice: (value, right) => ({ value, right }) };
  return new Proxy(item, {
    get: (target, name) =>
      target[name] ?? ((...given) => {
        kept[name] = given[0];
        return recorder(kind, kept);
      }),
  });
}

const made = new Proxy(form, {
  get: (target, name) => {
    if (target[name] || !name.startsWith("add")) return target[name] ?? (() => made);
    return () => {
      const kept = { kind: name };
      items.push(kept);
      return recorder(name, kept);
    };
  },
});

function feedback() {
  const kept = {};
  const builder = {
    setText: (text) => ((kept.text = text), builder),
    addLink: (link) => ((kept.link = link), builder),
    build: () => kept,
  };
  return builder;
}

const given = {
  FormApp: { create: (title) => ((form.title = title), made), createFeedback: feedback },
  Logger: { log: () => undefined },
};
vm.runInNewContext(`${require("fs").readFileSync(0, "utf8")}\nmakeForm();`, given);
process.stdout.write(JSON.stringify({ title: form.title, items }));
