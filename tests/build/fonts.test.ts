import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { charactersOf, originals } from '#build/fonts.ts';
import { supportedCharacter } from '#compile/characters.ts';

/** The code points that a font has glyphs for, from its table `cmap` (format 4). */
function pointsOf(font: Buffer): number[] {
	const count = font.readUInt16BE(4);
	const entry = Array.from({ length: count }, (_, i) => 12 + i * 16).find(
		(at) => font.toString('latin1', at, at + 4) === 'cmap',
	);
	const table = font.readUInt32BE((entry ?? 0) + 8);
	const records = Array.from(
		{ length: font.readUInt16BE(table + 2) },
		(_, i) => table + font.readUInt32BE(table + 8 + i * 8),
	);
	const start = records.find((at) => font.readUInt16BE(at) === 4) ?? 0;
	const segments = font.readUInt16BE(start + 6) / 2;
	return (
		Array.from({ length: segments }, (_, i) => {
			const last = font.readUInt16BE(start + 14 + i * 2);
			const first = font.readUInt16BE(start + 16 + segments * 2 + i * 2);
			return Array.from({ length: last - first + 1 }, (__, n) => first + n);
		})
			.flat()
			// The end of the table, and a mark of byte order: neither is printed.
			.filter((point) => point < 0xfeff)
	);
}

test('the compiler accepts exactly the characters that every font has', async () => {
	const plane = Array.from({ length: 0xfffe }, (_, point) => String.fromCharCode(point)).filter(
		(one) => !/[\ud800-\udfff]/.test(one),
	);
	const fonts = await Promise.all(
		originals.map((path) =>
			subsetFont(readFileSync(join('node_modules', path)), plane.join(''), { targetFormat: 'sfnt' }),
		),
	);
	const points = fonts.map((font) => new Set(pointsOf(Buffer.from(font))));
	const inAll = plane.filter((one) => points.every((some) => some.has(one.charCodeAt(0))));
	expect(inAll).toEqual(plane.filter((one) => supportedCharacter.test(one) && !/[\t\n\r]/.test(one)));
});

test('the subset has every character of seeds and copy', () => {
	const root = mkdtempSync(join(tmpdir(), 'fonts-'));
	for (const folder of ['seeds/sources', 'src/copy']) mkdirSync(join(root, folder), { recursive: true });
	writeFileSync(join(root, 'seeds/actors.yaml'), 'name: Æsa');
	writeFileSync(join(root, 'seeds/sources/a.yaml'), 'label: Dıl');
	writeFileSync(join(root, 'src/copy/en.aml'), 'title: Œuvre');
	const characters = charactersOf(root);
	rmSync(root, { recursive: true });
	for (const one of 'ÆıŒ’A') expect(characters).toContain(one);
	expect(new Set(characters).size).toBe([...characters].length);
});
