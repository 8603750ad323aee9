import { greeting, messages, SECRET, type Greeting } from './messages.ts';

/** Milliseconds after which what was said is said once more, for a parent that has begun to listen since. */
const AGAIN = 800;
/** Pixels beyond which no height is asked for. */
const MOST = 20_000;

/** Width and height of the page in whole pixels, however high the frame is. */
function size(): string {
	const { width, height } = document.documentElement.getBoundingClientRect();
	return `${Math.ceil(width)} ${Math.min(MOST, Math.max(1, Math.ceil(height)))}`;
}

/** WordPress's secret in a fragment; empty where there is none that it would take. */
function secretIn(hash: string): string {
	const secret = /[?&]secret=(.*)$/.exec(hash)?.[1] ?? '';
	return SECRET.test(secret) ? secret : '';
}

/**
 * Tells the parent of a framed page how high it is: at once, whenever it changes, once more when it has settled, and
 * when the parent asks. Only the parent is heard. Nothing waits for a frame to be painted, because frames out of sight
 * are not. Outside a frame it does nothing.
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
	// WordPress's sandbox has no origin and opens no window: its page follows a link of the frame's host when it is asked to.
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
