/**
 * The terms of the Web Annotation context (http://www.w3.org/ns/anno.jsonld) that our file uses, each as the Recommendation
 * of 23 February 2017 defines it, for programs that cannot fetch the whole.
 */
const iri = (id: string) => ({ '@type': '@id', '@id': id });
const word = (id: string) => ({ '@type': '@vocab', '@id': id });

export const webAnnotationContext = {
	'@context': {
		oa: 'http://www.w3.org/ns/oa#',
		as: 'http://www.w3.org/ns/activitystreams#',
		dcterms: 'http://purl.org/dc/terms/',
		rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
		id: iri('@id'),
		type: iri('@type'),
		Annotation: 'oa:Annotation',
		AnnotationCollection: 'as:OrderedCollection',
		AnnotationPage: 'as:OrderedCollectionPage',
		SpecificResource: 'oa:SpecificResource',
		TextQuoteSelector: 'oa:TextQuoteSelector',
		TextPositionSelector: 'oa:TextPositionSelector',
		linking: 'oa:linking',
		body: iri('oa:hasBody'),
		target: iri('oa:hasTarget'),
		source: iri('oa:hasSource'),
		selector: iri('oa:hasSelector'),
		rights: iri('dcterms:rights'),
		first: iri('as:first'),
		partOf: iri('as:partOf'),
		items: { ...iri('as:items'), '@container': '@list' },
		motivation: word('oa:motivatedBy'),
		purpose: word('oa:hasPurpose'),
		exact: 'oa:exact',
		prefix: 'oa:prefix',
		suffix: 'oa:suffix',
		start: 'oa:start',
		end: 'oa:end',
		label: 'rdfs:label',
		total: 'as:totalItems',
		startIndex: 'as:startIndex',
	},
};
