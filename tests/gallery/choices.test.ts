import { expect, test } from 'vitest';
import { parseOptions } from '#lib/embed/options.ts';
import { choicesIn } from '#lib/gallery/choices.ts';

function fields(entries: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(entries)) form.set(name, value);
	return form;
}

test('the initial form gives the defaults', () => {
	const form = { theme: 'auto', step: '', header: 'on', motion: 'on', paper: 'on', served: 'plain', edition: 'live' };
	expect(choicesIn(fields(form))).toEqual({ options: parseOptions(''), served: 'plain', frozen: false });
});

test('every choice is applied', () => {
	const form = { theme: 'dark', step: 'flynn', served: 'scriptless', edition: 'frozen' };
	expect(choicesIn(fields(form))).toEqual({
		options: { theme: 'dark', step: 'flynn', focus: null, header: false, motion: false, background: 'transparent' },
		served: 'scriptless',
		frozen: true,
	});
});

test('an unknown choice counts as the default', () => {
	const { options, served, frozen } = choicesIn(fields({ theme: 'neon', served: 'upside down', edition: 'x' }));
	expect([options.theme, served, frozen]).toEqual(['auto', 'plain', false]);
});
