/** The roles of files, as `MANIFEST.json` states them. */
export const ROLES = [
	'page',
	'script',
	'style',
	'font',
	'picture',
	'data',
	'description',
	'words',
	'licence',
	'configuration',
	'compressed',
] as const;

export type Role = (typeof ROLES)[number];

const byName: readonly (readonly [RegExp, Role])[] = [
	[/\.(?:br|gz)$/, 'compressed'],
	[/\.html$/, 'page'],
	[/\.js$/, 'script'],
	[/\.css$/, 'style'],
	[/\.woff2$/, 'font'],
	[/\.(?:svg|png|pdf)$/, 'picture'],
	[/(?:^|\/)LICENSE(?:\.txt)?$/, 'licence'],
	[/(?:^|\/)(?:oembed\/.*|oembed|embeds|datapackage)\.json$|\.xml$|\.atom$/, 'description'],
	[/\.(?:csv|json|jsonld|gexf|graphml)$/, 'data'],
];

/** The role of a file by its name. */
export const roleOf = (path: string): Role => byName.find(([pattern]) => pattern.test(path))?.[1] ?? 'words';
