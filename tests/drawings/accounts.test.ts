import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import Accounts from '#lib/charts/accounts/Accounts.svelte';
import { accountsGeometry } from '#lib/charts/accounts/geometry.ts';
import { accounts } from '#tests/charts/accounts/fixtures.ts';
import { expectDrawing } from '#tests/drawings/drawing.ts';

const whole = { id: 'whole', frame: 'all', focus: [] };
const physicist = { id: 'physicist-step', frame: 'all', focus: ['was-physicist'] };
const geometry = accountsGeometry(accounts);
const draw = (step: typeof whole | typeof physicist, picture = false): string =>
	render(Accounts, { props: { geometry, step, picture, evidence: './evidence/' } }).body;

test('the full grid is drawn as reviewed', ({ task }) => {
	expectDrawing('accounts/whole', draw(whole));
	holds(task, 'reliability/drawings', 'accounts');
});

test('a question in focus is drawn as reviewed, in the drawing and in the picture', () => {
	expectDrawing('accounts/physicist', draw(physicist));
	expectDrawing('accounts/physicist-picture', draw(physicist, true));
});

test('a question in focus brings along its positions, a source its column', () => {
	const focused = (focus: string[]) =>
		[...draw({ ...whole, focus: focus as never[] }).matchAll(/<a (?=[^>]*data-focus)[^>]*data-id="([^"]+)"/g)].map(([, id]) => id);
	expect(focused(['was-polite'])).toEqual(['was-polite', 'was-polite--gazette']);
	expect(focused(['courier'])).toEqual(['was-physicist--courier', 'was-recalled--courier']);
});

test('a picture has no link and no id of a record', () => {
	expect(draw(physicist, true)).not.toMatch(/<a |data-id|href/);
});
