import type { EmbedOptions } from '#lib/embed/options.ts';
import { previewId } from '#lib/embed/preview-id.ts';
import type { ErrorBoundary } from '#lib/behaviours/error-boundary.ts';
import type { Served } from './choices.ts';
import { greetings, heightsIn, type Handshake, type HeightMessage } from './protocols.ts';

/** The largest height in pixels that a frame may ask for. */
const TALLEST = 8000;

/** The frame's `sandbox`, or null for none. */
const SANDBOXES: Readonly<Record<Served, string | null>> = {
	plain: null,
	sandboxed: 'allow-scripts',
	scriptless: '',
	dark: null,
};

export interface Preview {
	/** Shows one of our addresses under these conditions. Does nothing if they are unchanged. */
	show(address: string, served: Served, options: EmbedOptions): void;
	/** Opens the browser's print dialog for the framed page; does nothing if the sandbox forbids it. */
	print(): void;
}

/**
 * Manages the frame of one chart: replaces it when its address or its sandbox changes, sets the height that it asks for,
 * and reports its messages.
 */
export function preview(
	boundary: ErrorBoundary,
	column: Element,
	report: (messages: readonly HeightMessage[] | 'new') => void,
): Preview | null {
	let frame = column.querySelector('iframe');
	if (!frame) return null;
	const handshake: Handshake = {
		childId: previewId(column.id.replace(/-column$/, '')),
		secret: 'gallery',
		windowId: 7,
	};
	let shown = '';

	const greet = (): void => {
		for (const words of greetings(handshake)) frame?.contentWindow?.postMessage(words, '*');
	};
	boundary.on(window, 'message', ({ source, data }) => {
		if (!frame?.contentWindow || source !== frame.contentWindow) return;
		const messages = heightsIn(data, handshake);
		const [first] = messages;
		if (!first) return;
		frame.height = String(Math.ceil(Math.min(first.height, TALLEST)));
		report(messages);
	});

	return {
		show(address, served, { theme }) {
			const key = `${served} ${theme} ${address}`;
			if (key === shown || !frame) return;
			shown = key;
			const place = new URL(address);
			place.searchParams.set('childId', handshake.childId);
			place.hash = `?secret=${handshake.secret}`;
			// A new frame, because navigating the old one would add to the reader's history.
			const next = frame.cloneNode(false) as HTMLIFrameElement;
			const sandbox = SANDBOXES[served];
			if (sandbox === null) next.removeAttribute('sandbox');
			else next.setAttribute('sandbox', sandbox);
			next.dataset['scheme'] = theme;
			next.src = place.href;
			boundary.on(next, 'load', greet);
			frame.replaceWith(next);
			frame = next;
			column.setAttribute('data-served', served);
			report('new');
		},
		print() {
			frame?.contentWindow?.print();
		},
	};
}
