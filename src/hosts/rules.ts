/** The value of a header for paths that match `on`: from the site's root, without the first slash. */
interface Rule {
	readonly on: string;
	readonly value: string;
}

/**
 * A header that depends on the path: the first rule that matches decides, else `otherwise`; with an empty value the
 * header is not sent.
 */
export interface PathHeader {
	readonly name: string;
	readonly rules: readonly Rule[];
	readonly otherwise: string;
}

const HASHED = '^(?:v/[^/]+/)?_app/immutable/';
const EMBED = '^(?:v/[^/]+/)?embed/[^/]+/';
/** Embeds and what they load, frozen embeds, the script that other sites load with its hash, data and pictures. */
const OPEN = '^(?:(?:_app|charts|data|embed|oembed|share|steps|v)/|embed\\.js$|.+\\.json$)';

const FOR_EVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';
const ASK_FIRST = 'no-cache';

const UNUSED = [
	...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation'],
	...['gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'screen-wake-lock', 'usb', 'xr-spatial-tracking'],
];

/** The headers of every answer, including the page for "not found". */
export const ALWAYS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'permissions-policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
	'cross-origin-opener-policy': 'same-origin',
};

/** Sent over TLS only: two years, for this host name alone. */
export const TRANSPORT = { name: 'strict-transport-security', value: 'max-age=63072000' };

/** Caching: names with a hash for ever; pictures an hour; everything else is revalidated. */
export const CACHING: PathHeader = {
	name: 'cache-control',
	rules: [
		{ on: HASHED, value: FOR_EVER },
		{ on: '^v/[^/]+/.+\\.(?:js|png|svg)$', value: FOR_EVER },
		{ on: '\\.(?:png|svg|ico)$', value: AN_HOUR },
	],
	otherwise: ASK_FIRST,
};

/** Who may read a file, frame a page, or load a picture into a page of theirs. */
export const OPENNESS: readonly PathHeader[] = [
	{ name: 'access-control-allow-origin', rules: [{ on: OPEN, value: '*' }], otherwise: '' },
	{ name: 'cross-origin-resource-policy', rules: [{ on: OPEN, value: 'cross-origin' }], otherwise: 'same-origin' },
	{
		name: 'content-security-policy',
		// A page's policy is in the page, with its hashes; the header only adds what a page cannot state.
		rules: [
			{ on: EMBED, value: 'frame-ancestors *' },
			{ on: '^(?:v/[^/]+/)?charts/', value: "default-src 'none'; frame-ancestors *" },
		],
		otherwise: "frame-ancestors 'self'",
	},
];

export const BY_PATH: readonly PathHeader[] = [CACHING, ...OPENNESS];

/** Files with these endings are worth compressing; the others are compressed already. */
export const COMPRESSED = [
	'html',
	'js',
	'css',
	'json',
	'jsonld',
	'svg',
	'xml',
	'txt',
	'csv',
	'atom',
	'gexf',
	'graphml',
];

/** Files for hosts, not for readers: these, and all that begin with a dot except `.well-known`. */
const NOT_SERVED = ['_headers', '_redirects', 'hosting', 'serve.json'] as const;

/** The pattern of these, from the site's root. */
export const HIDDEN = `^(?:${NOT_SERVED.join('|')})(?:/|$)`;

/** Whether readers get a file, rather than hosts hiding it. */
export const isServed = (path: string): boolean =>
	!/(?:^|\/)\.(?!well-known\/)/.test(path) && !new RegExp(HIDDEN).test(path);

/** A pattern for a site at `base`, matched from the host's root. One that is not anchored stays as it is. */
export const fromRoot = (on: string, base: string): string => on.replace(/^\^/, `^${base.replaceAll('.', '\\.')}`);

/** The value of a header for a path; empty if it is not sent. */
export const valueOf = ({ rules, otherwise }: PathHeader, path: string): string =>
	rules.find(({ on }) => new RegExp(on).test(path))?.value ?? otherwise;

/** The media type of a file, by its ending. */
export const mediaTypeOf = (path: string): string =>
	MEDIA_TYPES[/\.([a-z0-9]+)$/.exec(path.split('/').pop() ?? '')?.[1] ?? ''] ?? UNNAMED_TYPE;

/**
 * All headers of an answer that do not depend on its bytes, names in lower case.
 * @param path of a file, or of a page's folder with its slash, from the site's root and without its first slash
 */
export function headersOf(path: string): Record<string, string> {
	const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
	const byPath = BY_PATH.map((header) => [header.name, valueOf(header, file)]).filter(([, value]) => value !== '');
	return { ...ALWAYS, ...(Object.fromEntries(byPath) as Record<string, string>), 'content-type': mediaTypeOf(file) };
}

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
