import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messages } from '#lib/embed/messages.ts';
import { greeting } from '#lib/embed/greeting.ts';
import { greetings, heightsIn, PROTOCOLS, type Handshake } from '#lib/gallery/protocols.ts';

const handshake: Handshake = { childId: 'preview-ties', secret: 'a1B2', windowId: 7 };

const posted = messages(
	{ width: 640, height: 812 },
	{
		slug: 'ties',
		address: 'https://news.test/',
		childId: 'preview-ties',
		secret: 'a1B2',
		windowId: 7,
		resizerId: 'preview-ties',
	},
	'init',
);

test('one round of messages is understood in every protocol, with the same height', () => {
	const heights = posted.flatMap((message) => heightsIn(message, handshake));
	expect(new Set(heights.map(({ protocol }) => protocol))).toEqual(new Set(PROTOCOLS));
	expect(new Set(heights.map(({ height }) => height))).toEqual(new Set([812]));
});

test('an embed answers every greeting of the gallery', () => {
	for (const words of greetings(handshake)) expect(greeting(words), JSON.stringify(words)).not.toBeNull();
});

test('a message with another name, secret or number is ignored', () => {
	const other: Handshake = { childId: 'another', secret: 'c3D4', windowId: 8 };
	const protocols = posted.flatMap((message) => heightsIn(message, other)).map(({ protocol }) => protocol);
	for (const bound of ['pym.js', 'WordPress', 'iframely', 'iframe-resizer'] as const)
		expect(protocols).not.toContain(bound);
});

test('whatever is posted gives a list of real heights, mostly an empty one', () => {
	const strange = fc.oneof(
		fc.anything(),
		fc.string(),
		fc.constantFrom(
			null,
			'pymxPYMxpreview-tiesxPYMxheightxPYMxInfinity',
			'[iFrameSizer]preview-ties:-4:0:init',
			{ height: '700' },
			{ sentinel: 'amp', type: 'embed-size', height: Number.NaN },
			{ 'datawrapper-height': null },
			{ 'datawrapper-height': {} },
			'{"context":"iframe.resize","height":-1}',
		),
	);
	fc.assert(
		fc.property(strange, (message) => {
			for (const { protocol, height } of heightsIn(message, handshake)) {
				expect(PROTOCOLS).toContain(protocol);
				expect(height).toBeGreaterThan(0);
				expect(height).toBeLessThan(Infinity);
			}
		}),
		{ seed: 4, numRuns: 1000 },
	);
	expect(heightsIn({ 'datawrapper-height': {} }, handshake)).toEqual([]);
});
