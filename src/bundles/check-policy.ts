import { createHash } from 'node:crypto';
import type { Given } from './given.ts';

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/;

/** Types that make a script words for machines, which no policy minds. */
const isData = (attributes: string): boolean => /\btype="application\/(?:ld\+)?json"/.test(attributes);

const digest = (algorithm: string, content: string | Uint8Array): string =>
	`${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

/** What a policy says of one kind of thing. */
const directive = (policy: string, name: string): string =>
	policy.split(';').find((one) => one.trim().startsWith(`${name} `)) ?? '';

function ofPage(path: string, html: string, files: Given['files']): string[] {
	const [meta, policy = ''] = META.exec(html) ?? [];
	if (meta === undefined) return [`${path}: has no policy`];
	const before = html.slice(0, html.indexOf(meta));
	const [scripts, styles] = [directive(policy, 'script-src'), directive(policy, 'style-src')];
	const elements = [...html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)];
	return [
		...(/<(?:script|style|link|img)\b/.test(before) ? [`${path}: loads something before its policy`] : []),
		...(policy.includes("default-src 'none'") ? [] : [`${path}: its policy does not begin with nothing`]),
		...(/'unsafe-(?:inline|eval)'/.test(scripts) ? [`${path}: its policy lets any script run`] : []),
		...elements.flatMap(([, name = '', attributes = '', content = '']) => {
			if (name === 'script' && isData(attributes)) return [];
			const [, src] = / src="([^"]*)"/.exec(attributes) ?? [];
			if (src !== undefined) return ofFile(path, src, attributes, files);
			const hash = digest('sha256', content);
			return (name === 'script' ? scripts : styles).includes(`'${hash}'`)
				? []
				: [`${path}: its policy does not know a ${name} in it (${hash})`];
		}),
	];
}

/** The integrity of a script with an address. */
function ofFile(path: string, src: string, attributes: string, files: Given['files']): string[] {
	const [, said] = / integrity="([^"]*)"/.exec(attributes) ?? [];
	if (said === undefined) return [`${path}: ${src} has no integrity`];
	const { pathname } = new URL(src, `http://here/${path}`);
	const content = files.get(decodeURIComponent(pathname.slice(1)));
	const due = content && digest(said.slice(0, said.indexOf('-')) || 'sha384', content);
	return said === due ? [] : [`${path}: the integrity of ${src} is wrong`];
}

/** Every page's policy, and the hash of each script and style in it. */
export const policies = ({ files }: Given): string[] =>
	[...files]
		.filter(([path]) => path.endsWith('.html'))
		.flatMap(([path, bytes]) => ofPage(path, new TextDecoder().decode(bytes), files));
