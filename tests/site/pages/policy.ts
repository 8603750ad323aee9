/** What a built page may not do, found in its markup; and ways to make markup from strings, found in any code. */
import { createHash } from 'node:crypto';
import type { HTMLElement } from 'node-html-parser';

/** Blocks of data are not run, and a policy does not ask about them. */
const isCode = (element: HTMLElement): boolean =>
	element.rawTagName === 'style' || !(element.getAttribute('type') ?? '').includes('json');

const hashOf = (element: HTMLElement): string =>
	`'sha256-${createHash('sha256').update(element.textContent).digest('base64')}'`;

/** The directives of a page's policy, each with its sources; empty where it has none. */
export function directives(page: HTMLElement): Map<string, string[]> {
	const policy = page.querySelector('head meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
	return new Map(
		policy
			.split(';')
			.map((directive) => directive.trim().split(/\s+/))
			.map(([name = '', ...sources]) => [name, sources]),
	);
}

/** What a page's policy leaves open, blocks although the page uses it, or allows although it does not. */
export function policyFaults(page: HTMLElement): string[] {
	const policy = directives(page);
	const faults: string[] = [];
	const requireSources = (name: string, sources: string): void => {
		if (policy.get(name)?.join(' ') !== sources) faults.push(`${name} is ${policy.get(name)?.join(' ') ?? 'missing'}`);
	};
	requireSources('default-src', "'none'");
	requireSources('base-uri', "'none'");
	requireSources('form-action', "'none'");
	requireSources('require-trusted-types-for', "'script'");
	requireSources('trusted-types', "'none'");
	const code = page.querySelectorAll('head script, head style, head link, body script, body style');
	const meta = page.querySelector('meta[http-equiv="content-security-policy"]');
	if (meta && code[0] && code[0].range[0] < meta.range[0]) faults.push('something loads before the policy');

	for (const [directive, tag] of Object.entries({ 'script-src': 'script', 'style-src': 'style' })) {
		const allowed = policy.get(directive) ?? [];
		const needed = page
			.querySelectorAll(tag)
			.filter((element) => !element.hasAttribute('src') && isCode(element))
			.map(hashOf);
		for (const hash of needed) if (!allowed.includes(hash)) faults.push(`an inline ${tag} lacks its hash`);
		for (const source of allowed) {
			if (source !== "'self'" && !needed.includes(source)) faults.push(`${directive} allows ${source} for nothing`);
		}
	}
	for (const element of page.querySelectorAll('*')) {
		for (const [name, value] of Object.entries(element.attributes)) {
			if (/^(?:on|style$|srcdoc$)/i.test(name)) faults.push(`<${element.rawTagName}> has ${name}`);
			if (/^\s*(?:javascript|vbscript|data:text)/i.test(value))
				faults.push(`<${element.rawTagName}> leads to ${value}`);
		}
	}
	return faults;
}

/** Code that makes markup or code from a string, or could be made to. */
const SINK =
	/\.(?:inner|outer)HTML\s*[+]?=(?!=)|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString|document\.write|\.html\(|\{@html|\beval\(|\bnew Function\b|\bFunction\(|\.srcdoc\s*=(?!=)|['"`]srcdoc['"`]\s*,|javascript:|set(?:Timeout|Interval)\(\s*['"`]/g;

/** Every such place in a text. */
export const sinks = (code: string): string[] => code.match(SINK) ?? [];
