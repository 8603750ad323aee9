import { createFontStack } from '@capsizecss/core';
import { fromBuffer } from '@capsizecss/unpack';

/**
 * The metrics that decide the height and width of lines, in font units. `free` is a font of the same widths, which
 * systems without the first have; `bold` stands for the width of a bold that is wider than others are, less the growth of our own.
 */
const machine = {
	serif: [
		{ familyName: 'Georgia', ascent: 1878, descent: -449, lineGap: 0, xWidthAvg: 913 },
		{
			...{ familyName: 'Times New Roman', free: 'Liberation Serif' },
			...{ ascent: 1825, descent: -443, lineGap: 87, xWidthAvg: 832 },
		},
	],
	sans: [
		{
			...{ familyName: 'Arial', free: 'Liberation Sans' },
			...{ ascent: 1854, descent: -434, lineGap: 67, xWidthAvg: 913 },
		},
		{ familyName: 'Roboto', ascent: 1900, descent: -500, lineGap: 0, xWidthAvg: 911 },
		{ familyName: 'DejaVu Sans', ascent: 1901, descent: -483, lineGap: 0, xWidthAvg: 1041, bold: 1100 },
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
		const theirs = machine[kind].map(({ familyName, ...font }) => ({
			...font,
			familyName,
			// Browsers look both names up in the same list.
			fullName: `${familyName}${cut}`,
			...('free' in font && { postscriptName: `${font.free}${cut}` }),
			...('bold' in font && cut && { xWidthAvg: font.bold }),
			unitsPerEm: EM,
		}));
		return createFontStack([ours, ...theirs], { fontFaceProperties: { fontWeight } }).fontFaces;
	});
	// Two digits are finer than a pixel in a line of any length here, and smaller in every page.
	return rules.join('\n').replace(/\d+\.\d+(?=%)/g, (percent) => Number(percent).toFixed(2));
}
