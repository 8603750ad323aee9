/** The copy as a translation template, XLIFF 2.0. */
import { escapeMarkup } from '#lib/model/text.ts';

/** A text of the copy, with its name in the template. */
interface Unit {
	/** `relations/how`, `crimea/heading`; `crimea/2` for a second paragraph. */
	readonly id: string;
	readonly text: string;
}

const WORDS = new Set('title description standfirst how credit short heading voice unknown'.split(' '));

/** The texts of a copy file in order, without skipped ones. Expects a file that the compiler accepts. */
export function unitsOf(copy: string): Unit[] {
	const units: Unit[] = [];
	let block = 'story';
	let isOpen = false;
	let paragraph = 0;
	const kept = copy.replace(/^\s*:skip\s*$[^]*?^\s*:endskip\s*$/gim, '');
	for (const text of kept.split('\n')) {
		const begun = /^\{(?:charts\.|sources\.)?\.?([\w-]+)\}$/.exec(text.trim())?.[1];
		if (begun !== undefined) [block, isOpen, paragraph] = [begun, true, 0];
		else if (text.trim() === '{}') isOpen = false;
		else if (text.trim() !== '' && text.trim() !== '[+story]' && text.trim() !== '[]') {
			const [, key = '', value = ''] = /^(\w+):\s*(.*)$/.exec(text) ?? [];
			const isField = isOpen || block === 'story';
			if (isField && key === 'id') block = value.trim();
			if (isField && WORDS.has(key)) units.push({ id: `${block}/${key}`, text: value });
			if (!isField) units.push({ id: `${block}/${String((paragraph += 1))}`, text });
		}
	}
	return units;
}

/** What a translator must not change: link targets, figures, and marks such as {own}. */
const CODE = /\[([^\]]*)\]\(([^)]*)\)|\{[^}]*\}/g;

interface Marked {
	/** With `<pc>` around linked words and `<ph/>` for other marks. */
	readonly source: string;
	readonly data: readonly string[];
}

function marked(text: string): Marked {
	const data: string[] = [];
	let [source, end, number] = ['', 0, 0];
	for (const match of text.matchAll(CODE)) {
		const [whole, words, target] = match;
		source += escapeMarkup(text.slice(end, match.index));
		end = match.index + whole.length;
		number += 1;
		const id = String(number);
		if (words === undefined || target === undefined) {
			data.push(`<data id="d${id}">${escapeMarkup(whole)}</data>`);
			source += `<ph id="${id}" dataRef="d${id}"/>`;
		} else {
			data.push(`<data id="d${id}">${escapeMarkup(`](${target})`)}</data>`);
			source += `<pc id="${id}" dataRefEnd="d${id}">${escapeMarkup(words)}</pc>`;
		}
	}
	return { source: source + escapeMarkup(text.slice(end)), data };
}

/** A template with all texts, for translation programs; it has no targets yet. */
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
