// Reads a Turtle file with N3.js ("n3") or hands its text to Comunica ("comunica"), and answers the queries of standard
// input: name to text becomes name to rows, or to what the engine complained of.
import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql-file";
import { Parser, Store } from "n3";

const [mode, path] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(0, "utf-8"));
const text = readFileSync(path, "utf-8");
const source =
  mode === "n3"
    ? new Store(new Parser({ format: "text/turtle" }).parse(text))
    : { type: "serialized", value: text, mediaType: "text/turtle", baseIRI: "https://kg.example.org/" };
const engine = new QueryEngine();
const answers = {};
for (const [name, query] of Object.entries(queries)) {
  try {
    const result = await engine.query(query, { sources: [source] });
    const columns = (await result.metadata()).variables.map((variable) => variable.value);
    const bindings = await (await result.execute()).toArray();
    answers[name] = bindings.map((binding) => columns.map((column) => binding.get(column)?.value ?? ""));
  } catch (error) {
    answers[name] = String(error.message ?? error);
  }
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
