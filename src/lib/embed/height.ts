import { MAX_HEIGHT, messages } from './messages.ts';
import { greeting, SECRET, type Greeting } from './greeting.ts';

/** Milliseconds after which messages are repeated, for a parent that began to listen late. */
const AGAIN = 800;

/** Width and height of the page in whole pixels, independent of the frame's height. */
function size(): string {
	const { width, height } = document.documentElement.getBoundingClientRect();
	return `${Math.ceil(width)} ${Math.min(MAX_HEIGHT, Math.max(1, Math.ceil(height)))}`;
}

/** WordPress's secret in a fragment; empty if there is no valid one. */
function secretIn(hash: string): string {
	const secret = /[?&]secret=(.*)$/.exec(hash)?.[1] ?? '';
	return SECRET.test(secret) ? secret : '';
}

/**
 * Posts the height of a framed page to its parent: at once, on every change, once more when it has settled, and on
 * request. Only messages of the parent are answered. Does not wait for a paint, because frames out of view are not
 * painted. Does nothing outside a frame.
 */
export function tellHeight(slug: string): void {
	const { parent } = window;
	if (parent === window) return;
	let handshake: Greeting = {};
	let last = '';
	let timer = 0;

	const tell = (why: 'init' | 'resizeObserver' = 'resizeObserver'): void => {
		last = size();
		const [width = 0, height = 0] = last.split(' ').map(Number);
		const { hash, href, search } = location;
		const secret = secretIn(hash);
		const parties = {
			slug,
			address: href,
			childId: new URLSearchParams(search).get('childId'),
			...(secret ? { secret } : {}),
			...handshake,
		};
		for (const message of messages({ width, height }, parties, why)) parent.postMessage(message, '*');
	};
	const settle = (): void => {
		clearTimeout(timer);
		timer = window.setTimeout(() => tell(), AGAIN);
	};

	addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
		const message = source === parent ? greeting(data) : null;
		if (!message) return;
		handshake = { ...handshake, ...message };
		tell('resizerId' in message ? 'init' : 'resizeObserver');
	});
	// WordPress's sandbox has no origin and opens no window: on a message, its page follows a link to the frame's host.
	addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
		const secret = handshake.secret ?? secretIn(location.hash);
		if (event.defaultPrevented || origin !== 'null' || !secret || link?.host !== location.host) return;
		event.preventDefault();
		parent.postMessage({ message: 'link', value: link.href, secret }, '*');
	});
	addEventListener('hashchange', () => tell());
	addEventListener('load', settle);
	new ResizeObserver(() => {
		if (last === size()) return;
		tell();
		settle();
	}).observe(document.documentElement);
	tell();
	settle();
}
