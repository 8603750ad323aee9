import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messages } from '#lib/embed/messages.ts';
import { greeting } from '#lib/embed/greeting.ts';
import { holds } from '#tests/quality/holds.ts';

const size = { width: 600, height: 420 };
const parties = { slug: 'contacts', address: 'https://example.org/embed/contacts/' };
const sent = (more = {}, why: 'init' | 'resizeObserver' = 'resizeObserver') =>
	messages(size, { ...parties, ...more }, why);
const objects = (more = {}) => sent(more).filter((message) => typeof message === 'object') as Record<string, unknown>[];
const texts = (more = {}, why: 'init' | 'resizeObserver' = 'resizeObserver') =>
	sent(more, why).filter((message) => typeof message === 'string');
const json = (more = {}) =>
	JSON.parse(texts(more).find((text) => text.startsWith('{')) ?? '') as Record<string, unknown>;

describe('what an embed says', () => {
	test('one object serves AMP, Datawrapper, the Guardian and Observable', () => {
		expect(objects()[0]).toEqual({
			sentinel: 'amp',
			type: 'embed-size',
			kind: 'interactive:height',
			'datawrapper-height': { contacts: 420 },
			width: 600,
			height: 420,
		});
	});

	test('WordPress gets messages only with its secret', () => {
		expect(objects()[0]).not.toHaveProperty('message');
		expect(objects({ secret: 'AbCdEf1234' })[0]).toMatchObject({ message: 'height', value: 420, secret: 'AbCdEf1234' });
	});

	test('a second object is open-iframe-resizer’s', () => {
		expect(objects()[1]).toEqual({ type: 'iframe-resized', width: 600, height: 420 });
	});

	test('one text serves Embedly, iframe-messenger and, once it has given a number, iframely', () => {
		expect(json()).toEqual({
			src: parties.address,
			context: 'iframe.resize',
			method: 'resize',
			type: 'set-height',
			id: 'iframeMessenger:contacts',
			value: 420,
			height: 420,
		});
		expect(json({ windowId: 7 })).toMatchObject({ windowId: 7, method: 'resize', height: 420 });
	});

	test('messages to pym have the name that it gave', () => {
		expect(texts().filter((text) => text.startsWith('pym'))).toEqual([]);
		expect(texts({ childId: 'graphic' })).toContain('pymxPYMxgraphicxPYMxheightxPYMx420');
	});

	test('iframe-resizer gets a ready message, then the height with the id that it gave', () => {
		expect(texts()).toContain('[iFrameResizerChild]Ready');
		expect(texts({ resizerId: 'a' }, 'init')).toContain('[iFrameSizer]a:420:600:init');
		expect(texts({ resizerId: 'a' })).toContain('[iFrameSizer]a:420:600:resizeObserver');
	});

	test('a round is at most five posts, none of them null', () => {
		const round = sent({ secret: 'a', windowId: 1, childId: 'b', resizerId: 'c' });
		expect(round.length).toBeLessThanOrEqual(5);
		expect(round.every(Boolean)).toBe(true);
	});
});

describe('what an embed understands', () => {
	test.each([
		['AMP’s and newswire’s', { sentinel: 'amp', type: 'frames-init' }, {}],
		['open-iframe-resizer’s first', { type: 'iframe-child-init', settings: {} }, {}],
		['open-iframe-resizer’s next', { type: 'iframe-get-child-dimensions' }, {}],
		['WordPress’s', { message: 'ready', secret: 'AbCdEf1234' }, { secret: 'AbCdEf1234' }],
		['iframely’s', '{"method":"register","windowId":3}', { windowId: 3 }],
		['pym’s', 'pymxPYMxgraphicxPYMxwidthxPYMx600', {}],
		['iframe-resizer’s', '[iFrameSizer]frame-1:8:false:false:32:true:true:null:bodyOffset', { resizerId: 'frame-1' }],
		['iframe-resizer’s reminder', '[iFrameSizer]resize', {}],
	])('%s greeting', (_, message, handshake) => {
		expect(greeting(message)).toEqual(handshake);
	});

	test.each([
		['nothing', null],
		['a number', 4],
		['a list', ['frames-init']],
		['AMP’s word without its sentinel', { type: 'frames-init' }],
		['a secret with markup', { message: 'ready', secret: '"><script>' }],
		['a secret that is no text', { message: 'ready', secret: { toString: 'x' } }],
		['text that is nearly JSON', '{"method":"register",'],
		['a register without a number', '{"method":"register"}'],
		['JSON that is no object', '[1]'],
		['what iframe-resizer tells of the page', '[iFrameSizer]pageInfo:{"iframeHeight":1,"a":true}'],
		['another frame’s height', { type: 'embed-size', sentinel: 'amp', height: 4 }],
	])('%s is no greeting', (_, message) => {
		expect(greeting(message)).toBeNull();
	});

	test('no posted value throws', ({ task }) => {
		const anything = fc.oneof(
			fc.anything(),
			fc.string(),
			fc.json(),
			fc.string().map((rest) => `[iFrameSizer]${rest}`),
			fc.record({ type: fc.anything(), message: fc.anything(), secret: fc.anything(), sentinel: fc.anything() }),
		);
		fc.assert(
			fc.property(anything, (message) => {
				const handshake = greeting(message);
				if (handshake !== null) expect(messages(size, { ...parties, ...handshake }, 'init').every(Boolean)).toBe(true);
			}),
			{ numRuns: 1000 },
		);
		holds(task, 'security/messages', '1000 greetings');
	});
});
