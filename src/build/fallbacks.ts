import { createFontStack } from '@capsizecss/core';
import { fromBuffer } from '@capsizecss/unpack';

/** The metrics that decide the height and width of lines, in font units. */
const machine = {
	serif: [
		{ familyName: 'Georgia', capHeight: 1419, ascent: 1878, descent: -449, lineGap: 0, xHeight: 986, xWidthAvg: 913 },
		{
			...{ familyName: 'Times New Roman', capHeight: 1356, ascent: 1825, descent: -443, lineGap: 87 },
			...{ xHeight: 916, xWidthAvg: 832 },
		},
	],
	sans: [
		{ familyName: 'Arial', capHeight: 1467, ascent: 1854, descent: -434, lineGap: 67, xHeight: 1062, xWidthAvg: 913 },
		{ familyName: 'Roboto', capHeight: 1456, ascent: 1900, descent: -500, lineGap: 0, xHeight: 1082, xWidthAvg: 911 },
	],
} as const;

/** Font units per em of the fonts above. */
const EM = 2048;

/**
 * Style rules for `<family> Fallback: <name>`: system fonts, regular and bold, adjusted so
 * that their lines are as long and as high as those of the font in `file`. Source of the system fonts' metrics: Capsize.
 */
export async function fallbackFaces(family: string, file: Buffer, kind: keyof typeof machine): Promise<string> {
	const ours = { ...(await fromBuffer(file)), familyName: family };
	const rules = [
		{ fontWeight: 400, cut: '' },
		{ fontWeight: 700, cut: ' Bold' },
	].map(({ fontWeight, cut }) => {
		const theirs = machine[kind].map((font) => {
			const name = `${font.familyName}${cut}`;
			return { ...font, fullName: name, postscriptName: name.replaceAll(' ', ''), unitsPerEm: EM };
		});
		return createFontStack([ours, ...theirs], { fontFaceProperties: { fontWeight } }).fontFaces;
	});
	return rules.join('\n');
}
