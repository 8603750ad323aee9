import type { BundleInput } from './input.ts';
import { readPage, type Inline } from './page.ts';
import { sourceHash } from '#lib/export/hash.ts';

/** What our policies may allow; hashes of scripts and styles come in addition. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
	'default-src': ["'none'"],
	'script-src': ["'self'", 'hash'],
	'style-src': ["'self'", 'hash'],
	'img-src': ["'self'", 'data:'],
	'font-src': ["'self'", 'data:'],
	'connect-src': ["'self'"],
	'frame-src': ["'self'"],
	'base-uri': ["'none'", 'about:'],
	'form-action': ["'none'"],
	'require-trusted-types-for': ["'script'"],
	'trusted-types': ["'none'"],
};

type Policy = ReadonlyMap<string, readonly string[]>;

/** The sources of each directive; browsers take the first of two with one name. */
function read(policy: string): Policy {
	const directives = policy.split(';').map((one) => one.trim().split(/\s+/));
	return new Map(directives.reverse().map(([name = '', ...sources]) => [name.toLowerCase(), sources]));
}

const isHash = (source: string): boolean => /^'sha(?:256|384|512)-[\w+/]+={0,2}'$/.test(source);

const excess = (policy: Policy): string[] =>
	[...policy]
		.filter(([name]) => name !== '')
		.flatMap(([name, sources]) => {
			const allowed = ALLOWED[name];
			if (!allowed) return [name];
			return sources
				.filter((source) => !allowed.includes(isHash(source) ? 'hash' : source))
				.map((source) => `${name} ${source}`);
		});

/** Data blocks for machines, which policies do not restrict. */
const isData = ({ name, attributes }: Inline): boolean =>
	name === 'script' && /^application\/(?:ld\+)?json$/.test(attributes['type'] ?? '');

function ofInline(path: string, inline: Inline, policy: Policy, files: BundleInput['files']): string[] {
	const { name, attributes, content } = inline;
	if (isData(inline)) return [];
	if (attributes['src'] !== undefined) return ofFile(path, attributes['src'], attributes['integrity'], files);
	const hash = sourceHash(content);
	return policy.get(`${name}-src`)?.includes(`'${hash}'`)
		? []
		: [`${path}: its policy has no hash for a ${name} in it (${hash})`];
}

function ofFile(path: string, src: string, integrity: string | undefined, files: BundleInput['files']): string[] {
	if (integrity === undefined) return [`${path}: ${src} has no integrity`];
	const [, algorithm = 'sha384'] = /^(sha(?:256|384|512))-/.exec(integrity) ?? [];
	const { pathname } = new URL(src, `http://here/${encodeURI(path)}`);
	const content = files.get(decodeURIComponent(pathname.slice(1)));
	return content && integrity === sourceHash(content, algorithm) ? [] : [`${path}: the integrity of ${src} is wrong`];
}

function ofPage(path: string, bytes: Uint8Array, files: BundleInput['files']): string[] {
	const {
		policies: [first],
		early,
		active,
		inlines,
		unreadable,
	} = readPage(bytes);
	const odd = [
		...unreadable.map((markup) => `${path}: browsers may parse this differently: ${markup}`),
		...active.map((attribute) => `${path}: has an attribute ${attribute}, which no page needs`),
	];
	if (first === undefined) return [`${path}: has no policy`, ...odd];
	const policy = read(first);
	return [
		...(early.length > 0 ? [`${path}: loads something before its policy (${early.join(', ')})`] : []),
		...(policy.has('default-src') ? [] : [`${path}: its policy has no default-src`]),
		...excess(policy).map((more) => `${path}: its policy allows too much: ${more}`),
		...odd,
		...inlines.flatMap((inline) => ofInline(path, inline, policy, files)),
	];
}

/** Scripts in a picture, which is a document of its own when opened. */
function ofPicture(path: string, bytes: Uint8Array): string[] {
	const { active, inlines } = readPage(bytes);
	const scripts = inlines.filter(({ name }) => name === 'script').map(() => 'script');
	return [...scripts, ...active].map((what) => `${path}: has a ${what}, which no picture needs`);
}

/** Checks every page's policy, what it allows, and the hash of each script and style; pictures may run nothing. */
export const policies = ({ files }: BundleInput): string[] =>
	[...files].flatMap(([path, bytes]) =>
		path.endsWith('.html') ? ofPage(path, bytes, files) : path.endsWith('.svg') ? ofPicture(path, bytes) : [],
	);
