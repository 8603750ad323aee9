/** The two functions of the package that the tests use. */
declare module 'jsonld' {
	interface Options {
		readonly base: string;
		/** Gives a context by its address; the tests ask no host. */
		readonly documentLoader: (address: string) => Promise<{ contextUrl: null; document: unknown; documentUrl: string }>;
	}
	interface Term {
		readonly termType: 'NamedNode' | 'BlankNode' | 'Literal';
		readonly value: string;
	}
	interface Quad {
		readonly subject: Term;
		readonly predicate: Term;
		readonly object: Term;
	}
	const jsonld: {
		expand(document: object, options: Options): Promise<unknown[]>;
		toRDF(document: object, options: Options): Promise<Quad[]>;
	};
	export default jsonld;
}
