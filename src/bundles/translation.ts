/** The copy as a translation template, XLIFF 2.0, and a finished translation put back into the copy's own format. */
import { HTMLElement, parse } from 'node-html-parser';

/** A text of the copy: its place in the file, and its name in the template. */
export interface Unit {
	/** `relations/how`, `crimea/heading`, `crimea/2` for its second paragraph. */
	readonly id: string;
	/** From 0. */
	readonly line: number;
	/** What stands in the line before it: `heading: `. */
	readonly before: string;
	readonly text: string;
}

const WORDS = new Set(['title', 'description', 'standfirst', 'how', 'credit', 'short', 'heading']);

/** The texts of a copy file, in its order. Expects a file that the compiler takes. */
export function unitsOf(copy: string): Unit[] {
	const units: Unit[] = [];
	let block = 'story';
	let isOpen = false;
	let paragraph = 0;
	for (const [line, text] of copy.split('\n').entries()) {
		const begun = /^\{(?:charts\.)?\.?([\w-]+)\}$/.exec(text.trim())?.[1];
		if (begun !== undefined) [block, isOpen, paragraph] = [begun, true, 0];
		else if (text.trim() === '{}') isOpen = false;
		else if (text.trim() !== '' && text.trim() !== '[+story]' && text.trim() !== '[]') {
			const [, before = '', key = '', value = ''] = /^((\w+):\s*)(.*)$/.exec(text) ?? [];
			const isField = isOpen || block === 'story';
			if (isField && key === 'id') block = value.trim();
			if (isField && WORDS.has(key)) units.push({ id: `${block}/${key}`, line, before, text: value });
			if (!isField) units.push({ id: `${block}/${String((paragraph += 1))}`, line, before: '', text });
		}
	}
	return units;
}

/** What a translator must not change: where a link leads, a figure, the word that says whose a sentence is. */
const CODE = /\[([^\]]*)\]\(([^)]*)\)|\{[^}]*\}/g;

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Marked {
	/** With `<pc>` round linked words and `<ph/>` for what stands for itself. */
	readonly source: string;
	readonly data: readonly string[];
}

function marked(text: string): Marked {
	const data: string[] = [];
	let [source, end, number] = ['', 0, 0];
	for (const match of text.matchAll(CODE)) {
		const [whole, words, target] = match;
		source += escaped(text.slice(end, match.index));
		end = match.index + whole.length;
		number += 1;
		const id = String(number);
		if (words === undefined || target === undefined) {
			data.push(`<data id="d${id}">${escaped(whole)}</data>`);
			source += `<ph id="${id}" dataRef="d${id}"/>`;
		} else {
			data.push(`<data id="d${id}">${escaped(`](${target})`)}</data>`);
			source += `<pc id="${id}" dataRefEnd="d${id}">${escaped(words)}</pc>`;
		}
	}
	return { source: source + escaped(text.slice(end)), data };
}

/** A template of all texts, to be opened by a translator's program; targets are to be written. */
export function template(copy: string, language: string): string {
	const units = unitsOf(copy).map(({ id, text }) => {
		const { source, data } = marked(text);
		const original = data.length > 0 ? `\n      <originalData>${data.join('')}</originalData>` : '';
		return `    <unit id="${id.replace('/', '.')}">${original}\n      <segment><source xml:space="preserve">${source}</source></segment>\n    </unit>`;
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${language}">`,
		'  <file id="copy">',
		...units,
		'  </file>',
		'</xliff>',
		'',
	].join('\n');
}

/** A target's words in the copy's own marks. */
function unmarked(part: HTMLElement, data: ReadonlyMap<string, string>): string {
	return part.childNodes
		.map((node) => {
			if (!(node instanceof HTMLElement)) return node.textContent;
			const held = data.get(node.getAttribute('dataref') ?? node.getAttribute('dataRef') ?? '') ?? '';
			const end = data.get(node.getAttribute('dataRefEnd') ?? node.getAttribute('datarefend') ?? '') ?? '';
			return node.rawTagName.toLowerCase() === 'pc' ? `[${unmarked(node, data)}${end}` : held;
		})
		.join('');
}

/**
 * The copy in another language: each text that the translation has takes the place of its own, the rest stays.
 * @param copy the file that the template was made from
 * @param xliff the template, with targets
 * @throws Error naming what the copy has no text for, what has lost or doubled a link or a figure, and what is left
 * untranslated, all at once
 */
export function translated(copy: string, xliff: string): string {
	const tree = parse(xliff, { lowerCaseTagName: false, comment: false });
	const language = tree.querySelector('xliff')?.getAttribute('trgLang') ?? '';
	const byId = new Map(unitsOf(copy).map((unit) => [unit.id.replace('/', '.'), unit] as const));
	const lines = copy.split('\n');
	const wrong: string[] = language === '' ? ['xliff: trgLang is missing; write the language, trgLang="ru"'] : [];
	for (const unit of tree.querySelectorAll('unit')) {
		const id = unit.getAttribute('id') ?? '';
		const own = byId.get(id);
		byId.delete(id);
		const target = unit.querySelector('target');
		if (!own) wrong.push(`${id}: the copy has no such text; make the template anew`);
		else if (!target) wrong.push(`${id}: has no target; translate “${own.text.slice(0, 40)}…”`);
		else {
			const data = new Map(
				unit.querySelectorAll('data').map((each) => [each.getAttribute('id') ?? '', each.textContent]),
			);
			const text = unmarked(target, data).replaceAll(/\s+/g, ' ').trim();
			const codes = (words: string): string => (words.match(/\]\([^)]*\)|\{[^}]*\}/g) ?? []).sort().join(' ');
			if (codes(text) !== codes(own.text))
				wrong.push(`${id}: has other links or figures than the original: ${codes(own.text)}`);
			lines[own.line] = own.before + text;
		}
	}
	wrong.push(...[...byId.keys()].map((id) => `${id}: is missing from the translation`));
	if (wrong.length > 0) throw new Error(wrong.join('\n'));
	return lines.join('\n').replace(/^language: .*$/m, `language: ${language}`);
}
