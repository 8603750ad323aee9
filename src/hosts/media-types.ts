/** The type of files without a known ending: a licence, a list of sums. */
export const UNNAMED_TYPE = 'text/plain; charset=utf-8';

/** Media types by ending: hosts lack those of networks and linked data, and some send text without its encoding. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	json: 'application/json',
	jsonld: 'application/ld+json',
	webmanifest: 'application/manifest+json',
	xml: 'application/xml',
	atom: 'application/atom+xml',
	gexf: 'application/gexf+xml',
	graphml: 'application/graphml+xml',
	xlf: 'application/xliff+xml',
	cff: 'application/yaml',
	svg: 'image/svg+xml',
	png: 'image/png',
	ico: 'image/x-icon',
	woff2: 'font/woff2',
	pdf: 'application/pdf',
	zip: 'application/zip',
	wacz: 'application/wacz',
};
