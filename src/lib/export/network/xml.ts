/** Writes XML from plain data. */
import { escapeMarkup } from '#lib/model/text.ts';

export type Attributes = Readonly<Record<string, string | number>>;

/** An element with its children, each on lines of its own. */
export interface Element {
	readonly name: string;
	readonly attributes: Attributes;
	/** Child elements, or text. */
	readonly children: readonly Element[] | string;
}

export const element = (name: string, attributes: Attributes = {}, children: Element['children'] = []): Element => {
	return { name, attributes, children };
};

/** An XML 1.0 document in UTF-8, indented by tabs. Characters that XML 1.0 does not allow are omitted. */
export const xmlDocument = (root: Element): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`;

function lines({ name, attributes, children }: Element, indent: string): string[] {
	const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
	const open = `${indent}<${name}${pairs.join('')}`;
	if (children.length === 0) return [`${open}/>`];
	if (typeof children === 'string') return [`${open}>${escaped(children)}</${name}>`];
	return [`${open}>`, ...children.flatMap((child) => lines(child, `${indent}\t`)), `${indent}</${name}>`];
}

function escaped(text: string): string {
	const allowed = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
	return escapeMarkup(allowed).replace(/[\t\n\r]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
