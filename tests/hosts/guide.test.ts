import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CACHING, isServed, OPENNESS, valueOf } from '#hosts/rules.ts';

const guide = readFileSync('src/hosts/HOSTING.md', 'utf8');

/** A file of each kind and place. */
const FILES = [
	...['index.html', '404.html', 'embed.js', 'embeds.json', 'favicon.svg', 'corrections.atom', 'LICENSE.txt'],
	...[
		'_app/immutable/assets/a.css',
		'_app/immutable/b.js',
		'_app/immutable/c.woff2',
		'charts/ties.light.svg',
		'charts/ties.dark.png',
	],
	...[
		'data/index.html',
		'data/ties.csv',
		'data/story.json',
		'embed/index.html',
		'embed/ties/index.html',
		'evidence/index.html',
	],
	...[
		'evidence/records.json',
		'oembed/ties.json',
		's/crimea/index.html',
		'share/crimea.png',
		'.well-known/security.txt',
	],
	...['v/0/_app/immutable/assets/a.css', 'v/0/charts/ties.light.svg', 'v/0/embed.js', 'v/0/embed/ties/index.html'],
	...['v/0/oembed/ties.json', 'v/0/share/crimea.png', 'index.html.br', '_app/immutable/b.js.gz', 'v/0/embed.js.br'],
	...['_headers', '_redirects', 'serve.json', '.htaccess', 'hosting/nginx.conf', 'hosting/HOSTING.md'],
];

/** Whether a pattern of S3 or a CDN, where a star stands for anything, is that of a file. */
const fits = (pattern: string, file: string): boolean =>
	new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(file);

test('the lines for S3 upload each file that readers get once, to be cached as the rules say', () => {
	const commands = guide.replaceAll('\\\n', '').match(/^aws s3 sync .*$/gm) ?? [];
	expect(commands).toHaveLength(3);
	for (const file of FILES) {
		const taking = commands.filter((command) => {
			const filters = [...command.matchAll(/--(include|exclude) '([^']*)'/g)];
			return filters.findLast(([, , pattern = '']) => fits(pattern, file))?.[1] !== 'exclude';
		});
		const cached = taking.map((command) => /--cache-control (?:'([^']*)'|(\S+))/.exec(command)?.slice(1).find(Boolean));
		expect([file, cached]).toEqual([
			file,
			isServed(file) && !/\.(?:br|gz)$/.test(file) ? [valueOf(CACHING, file)] : [],
		]);
	}
});

test('its table of paths gives each file the headers that the rules give', () => {
	const rows = [...guide.matchAll(/^\| (`[^|]*`) \|(.*)\|(.*)\|(.*)\|$/gm)].map(([, paths = '', ...values]) => ({
		patterns: [...paths.matchAll(/`([^`]*)`/g)].map(([, pattern = '']) => pattern),
		values: values.map((value) => value.trim().replaceAll('`', '')),
	}));
	const table = guide.slice(guide.indexOf('| paths |')).split('\n')[0] ?? '';
	const names = [...table.matchAll(/`([^`]*)`/g)].map(([, name = '']) => name);
	expect(names.toSorted()).toEqual(OPENNESS.map(({ name }) => name).toSorted());
	for (const file of FILES.filter(isServed)) {
		const row = rows.find(({ patterns }) => patterns.some((pattern) => fits(pattern, file)));
		const expected = names
			.map((name) => OPENNESS.find((header) => header.name === name))
			.map((header) => header && valueOf(header, file));
		expect([file, row?.values]).toEqual([file, expected]);
	}
});
