/** Examples of opening the files in programs; they run as printed, in the folder of the files. */

export interface Example {
	/** Which program runs it. */
	readonly runs: 'python' | 'r' | 'node';
	/** The packages that it needs. */
	readonly needs: readonly string[];
	readonly title: string;
	readonly code: string;
}

/** Of tables; `source` is the id of one of the story's sources. */
export const tables = (source: string): readonly Example[] => [
	{
		runs: 'python',
		needs: ['pandas'],
		title: 'Python, with pandas',
		code: `import pandas as pd
text = {name: str for name in ("era", "cameo", "coder_a", "coder_b")}
events = pd.read_csv("events.csv", dtype=text)
print((events["coder_a"] == events["cameo"]).sum())`,
	},
	{
		runs: 'r',
		needs: ['readr'],
		title: 'R, with readr',
		code: `library(readr)
events <- read_csv("events.csv", col_types = cols(
  date = "c", era = "c", cameo = "c", coder_a = "c", coder_b = "c"))
print(sum(events$coder_a == events$cameo, na.rm = TRUE))`,
	},
	{
		runs: 'r',
		needs: ['base'],
		title: 'R alone',
		code: `contacts <- read.csv("contacts.csv", na.strings = "", encoding = "UTF-8")
contacts$directed <- contacts$directed == "true"
print(sum(contacts$directed))`,
	},
	{
		runs: 'node',
		needs: ['datapackage'],
		title: 'JavaScript, with datapackage: types and keys from datapackage.json',
		code: `import { Package } from "datapackage";
const data = await Package.load("datapackage.json");
const positions = await data.getResource("positions").read({ keyed: true, relations: true });
console.log(positions.filter(({ source }) => source.id === "${source}").length);`,
	},
];

export const networks: readonly Example[] = [
	{
		runs: 'python',
		needs: ['networkx'],
		title: 'Python, with NetworkX',
		code: `import networkx as nx
graph = nx.read_graphml("network.graphml", force_multigraph=True)
directed = [(a, b) for a, b, edge in graph.edges(data=True) if edge["direction"] == "directed"]
print(len(directed))`,
	},
	{
		runs: 'python',
		needs: ['igraph'],
		title: 'Python, with igraph',
		code: `import igraph
graph = igraph.Graph.Read_GraphML("network.graphml")
directed = graph.es.select(direction="directed")
print(len(directed))`,
	},
	{
		runs: 'r',
		needs: ['igraph'],
		title: 'R, with igraph',
		code: `library(igraph)
graph <- read_graph("network.graphml", format = "graphml")
directed <- E(graph)[E(graph)$direction == "directed"]
print(length(directed))`,
	},
];

export const passages: readonly Example[] = [
	{
		runs: 'python',
		needs: ['rdflib'],
		title: 'Python, with rdflib, without a network',
		code: `import json, pathlib, rdflib
data = json.load(open("annotations.jsonld", encoding="utf-8"))
terms = json.load(open("annotation-context.jsonld", encoding="utf-8"))["@context"]
data["@context"][0] = terms
graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld", publicID=pathlib.Path("annotations.jsonld").absolute().as_uri())
print(len(set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/oa#Annotation")))))`,
	},
];
