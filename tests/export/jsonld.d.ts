/** The two functions of the package that the tests use. */
declare module 'jsonld' {
	interface Options {
		readonly base: string;
		/** Returns a context by its URL; tests make no network requests. */
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
