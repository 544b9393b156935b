// Reads GIFT from standard input with gift-pegjs and writes its questions as JSON.
const { parse } = require(require.resolve("gift-pegjs", { paths: [process.env.QUIZGEN_READERS] }));
process.stdout.write(JSON.stringify(parse(require("fs").readFileSync(0, "utf8"))));
