import { createHash } from 'node:crypto';

const hash = (css: string): string => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/**
 * A page whose fonts stand in a sheet of their own: a browser looks all fonts of a sheet up anew when a script changes one
 * of its rules, and one that had come too late to be used would then move the page. The policy in the page follows.
 */
export function withFontsApart(html: string): string {
	const css = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
	const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
	if (faces.length === 0) return html;
	const rest = faces.reduce((left, face) => left.replace(face, ''), css);
	const parts = [faces.join(''), rest];
	return html
		.replace(hash(css), parts.map(hash).join(' '))
		.replace(`<style>${css}</style>`, () => parts.map((part) => `<style>${part}</style>`).join(''));
}
