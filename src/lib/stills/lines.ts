/** Lines of text, for pictures that keep text and contain no font. All lengths are in pixels. */
import { HTMLElement, NodeType, parse } from 'node-html-parser';
import { textWidth, type Font } from './type.ts';

/** Typefaces with letters of about the same width as ours. */
export const FACES = "'Source Sans 3',Roboto,Arial,sans-serif";

/** Puts each line of text into an element of its own with its length in our font: only elements have a length in every browser. */
export function setLines(drawn: HTMLElement): void {
	for (const text of drawn.querySelectorAll('text')) apart(text);
	for (const text of drawn.querySelectorAll('text')) {
		if (!text.querySelector('tspan')) text.textContent = text.text.trim();
		text.setAttribute('textLength', lengthOf(text).toFixed(1));
		text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
	}
}

function apart(text: HTMLElement): void {
	const lines = text.children.filter((span) => span.hasAttribute('x'));
	if (lines.length === 0) return;
	let down = Number(text.getAttribute('dy') ?? 0);
	const set = (words: string, own: Readonly<Record<string, string>>): string => {
		const all = Object.entries({ ...text.attributes, ...own, dy: String(down) });
		return `<text ${all.map(([name, value]) => `${name}="${value}"`).join(' ')}>${words}</text>`;
	};
	const [first] = text.childNodes;
	const texts = first?.nodeType === NodeType.TEXT_NODE && first.text.trim() ? [set(first.rawText.trim(), {})] : [];
	for (const line of lines) {
		down += Number(line.getAttribute('dy') ?? 0);
		texts.push(set(line.innerHTML, line.attributes));
	}
	text.replaceWith(...parse(texts.join('')).children);
}

/** The width of a line in pixels; its parts may have different fonts. */
function lengthOf(text: HTMLElement): number {
	const font = fontOf(text);
	const space = textWidth('n n', font) - textWidth('nn', font);
	return text.childNodes.reduce((length, part) => {
		const own = part instanceof HTMLElement ? fontOf(part) : font;
		return length + textWidth(part.text.trim(), own) + (length > 0 && /^\s/.test(part.text) ? space : 0);
	}, 0);
}

/** An attribute of an SVG element, its own or inherited. */
export function inherited(element: HTMLElement | null, name: string): string | undefined {
	return element ? (element.getAttribute(name) ?? inherited(element.parentNode, name)) : undefined;
}

function fontOf(text: HTMLElement): Font {
	const own = (name: string): number => Number.parseFloat(inherited(text, name) ?? '');
	return { family: 'sans', weight: own('font-weight') as Font['weight'], size: own('font-size') };
}
